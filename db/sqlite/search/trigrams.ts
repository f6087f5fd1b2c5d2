const trigramLength = 3;
/** Who has all of so many trigrams are few; what else they need not have is told by their text. */
const mostAsked = 64;
/**
 * What the index of trigrams is asked for these folded words; null if all of them are shorter. It finds some
 * more than have the words: who has all trigrams of a word need not have them in a row. Every third trigram is enough.
 */
export function trigramsOf(words: readonly string[]): string | null {
  // A question to the index ends at the first NUL; nobody's name has one.
  const trigrams = new Set(words.flatMap(trigramsIn).filter(trigram => !trigram.includes('\0')));
  if (trigrams.size === 0) return null;
  return [...trigrams].slice(0, mostAsked).map(quoted).join(' AND ');
}

function trigramsIn(word: string): string[] {
  const letters = [...word];
  if (letters.length < trigramLength) return [];
  const trigrams: string[] = [];
  for (let at = 0; at + trigramLength <= letters.length; at += trigramLength)
    trigrams.push(letters.slice(at, at + trigramLength).join(''));
  return [...trigrams, letters.slice(-trigramLength).join('')];
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
