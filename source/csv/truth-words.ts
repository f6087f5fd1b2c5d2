import { fold } from '../roster/text/fold.ts';

/** True and yes, as directories and spreadsheets write them: Excel and LibreOffice use the language of the computer. */
const yes =
  '1 t true y yes on x wahr ja vrai oui verdadero sí vero sì verdadeiro sim waar ja sant sand sann tosi kyllä prawda tak ' +
  'pravda ano áno igaz igen doğru evet adevărat da истина да істина так αληθές αληθής ναι tiesa patiesība tõene resnično cert ' +
  '是 真 はい 예 참 نعم כן';
const no =
  '0 f false n no off falsch nein faux non falso no não onwaar nee falskt falsk usann nej nei epätosi ei fałsz nie nepravda ' +
  'ne hamis nem yanlış hayır fals nu ложь нет хибність ні ψευδές ψευδής όχι melas aplams väär napačno ' +
  '否 假 いいえ 아니요 거짓 لا לא';

const words = new Map<string, boolean>();
for (const word of yes.split(' ')) words.set(wordKey(word), true);
for (const word of no.split(' ')) words.set(wordKey(word), false);

/** Whether a word says yes or no, in any of these languages; undefined if it says neither. */
export function truthOf(word: string): boolean | undefined {
  return words.get(wordKey(word));
}

/** A word without regard to case, accents, spaces and punctuation. */
export function wordKey(word: string): string {
  return fold(word).replace(/[^\p{L}\p{N}]/gu, '');
}
