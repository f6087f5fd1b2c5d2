import { transformSync } from 'esbuild';
import { commandTable } from '../../source/commands/shell/table.ts';
import { sourceFiles } from '../arrows.ts';
import { root } from '../terminal/driver.ts';

/** What is no message: tables of help and examples, and scripts for shells. */
const others = ['completion/completion-scripts', 'completion/man-page', 'shell/program', 'shell/table'].map(
  name => `source/commands/${name}.ts`,
);

/** How sentences go on behind a command. */
export const tail = / (adds them|changes them|looks for them|shows them|says how|tells it to)$/;

const firstWords = new Set(commandTable.map(({ name }) => name.split(' ')[0]!));

/** All commands that texts in the code suggest, so that a new one can't stay out; what is put in is `…`. */
export function suggestions(): string[] {
  const found = sourceFiles(root, ['source', 'db'])
    .filter(({ path }) => !others.includes(path))
    .flatMap(({ path, text }) => {
      const loader = path.endsWith('x') ? 'tsx' : path.endsWith('.js') ? 'js' : 'ts';
      // Without comments, and each text on one line or in one template.
      const { code } = transformSync(text, { loader, jsx: 'preserve', charset: 'utf8' });
      // Some comments stay.
      return commandsIn(code.replaceAll(/^\s*\/\/.*$/gm, ''));
    });
  return [...new Set(found)];
}

function commandsIn(code: string): string[] {
  return [...code.matchAll(/\broster (?=([a-z-]+|\$\{))/g)]
    .filter(({ 1: word = '' }) => word === '${' || firstWords.has(word))
    .map(({ index }) => clauseAt(code, index));
}

/** From a place in a text to the end of its clause. */
function clauseAt(code: string, from: number): string {
  let clause = '';
  for (let at = from; at < code.length; ) {
    if (code.startsWith('${', at)) {
      at = afterHole(code, at);
      clause += '…';
    } else if (/^(["`\n;),]|\\n|\.(?![a-z])| [–(])/.test(code.slice(at, at + 3))) break;
    else clause += code[at++];
  }
  // What stands behind it in a column, or goes on as a sentence.
  return clause.split('  ')[0]!.replace(tail, '').trim();
}

/** Where a `${…}` ends that begins at a place. */
function afterHole(code: string, from: number): number {
  let depth = 0;
  for (let at = from; at < code.length; at++) {
    if (code[at] === '{') depth++;
    if (code[at] === '}' && --depth === 0) return at + 1;
  }
  return code.length;
}
