import { isPlaceholder, type NoticeTemplate, placeholder, placeholders } from './notice-text.ts';

const longestSubject = 200;
const longestText = 20_000;

/**
 * Reads a template as people write it: `Subject: …`, a blank line, the text. What is wrong with it comes
 * back as sentences.
 */
export function readTemplate(written: string): { template: NoticeTemplate } | { problems: string[] } {
  const lines = written.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const [, subject, text] = /^subject:[^\S\n]*([^\n]*)\n[^\S\n]*\n([\s\S]*)$/i.exec(lines) ?? [];
  if (subject === undefined || text === undefined)
    return {
      problems: ['The first line must be "Subject: …" and the second one blank; then comes the text.'],
    };
  const template = { subject: subject.trim(), text: `${text.trimEnd()}\n` };
  const problems = problemsOf(template);
  return problems.length > 0 ? { problems } : { template };
}

function problemsOf({ subject, text }: NoticeTemplate): string[] {
  const problems: string[] = [];
  if (subject === '') problems.push('The subject is empty.');
  if (text.trim() === '') problems.push('The text is empty.');
  if (subject.length > longestSubject)
    problems.push(`The subject has ${subject.length} characters; at most ${longestSubject}.`);
  if (text.length > longestText)
    problems.push(`The text has ${text.length} characters; at most ${longestText}.`);
  if (/[\p{Cc}\u2028\u2029]/u.test(subject) || /(?![\n\t])\p{Cc}/u.test(text))
    problems.push('There are control characters in it.');
  const unknown = new Set(
    Array.from(`${subject}\n${text}`.matchAll(placeholder), ([, word = '']) => word).filter(
      word => !isPlaceholder(word),
    ),
  );
  const known = placeholders.map(word => `{${word}}`).join(', ');
  for (const word of unknown) problems.push(`There is no placeholder {${word}}; there are ${known}.`);
  return problems;
}

/** A template as people write it; `readTemplate` reads it back. */
export function writeTemplate({ subject, text }: NoticeTemplate): string {
  return `Subject: ${subject}\n\n${text}`;
}
