import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const emoji = /^const emojiPrefixRegex = (\/.*\\p\{RGI_Emoji\}.*\/v);$/m;
const segmenter = 'const segmenter = new Intl.Segmenter();';

/**
 * string-width makes a pattern of all emoji and a segmenter as soon as it is loaded: 13 ms of every start, and hardly any
 * text needs them. In the bundle they are made when they are first asked for; what they answer stays the same. Ink and what
 * it brings along get our version, too: two measures that disagree about one emoji shift the rest of a row.
 */
export const lazyWidths = {
  name: 'lazy-widths',
  setup(build) {
    const one = fileURLToPath(import.meta.resolve('string-width'));
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: one }));
    build.onLoad({ filter: /\/string-width\/index\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!emoji.test(text) || !text.includes(segmenter))
        throw new Error('string-width is made in another way now: look at scripts/lazy-widths.js');
      const contents = text
        .replace(emoji, (_, pattern) => lazyPattern(pattern))
        .replace(
          segmenter,
          'let made; const segmenter = { segment: text => (made ??= new Intl.Segmenter()).segment(text) };',
        );
      return { contents, loader: 'js' };
    });
  },
};

/** Every emoji of the pattern begins with a character that is one by itself, digits included. */
function lazyPattern(pattern) {
  return `
    let allEmoji;
    const maybe = text => (/^\\p{Emoji}/v.test(text) ? (allEmoji ??= ${pattern}) : null);
    const emojiPrefixRegex = {
      test: text => maybe(text)?.test(text) ?? false,
      exec: text => maybe(text)?.exec(text) ?? null,
    };`;
}
