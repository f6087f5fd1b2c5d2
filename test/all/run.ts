// npm run test:all [-- PART…]: what `npm test` leaves out because it takes long, part after part.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import { parts } from './parts.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

/** Runs commands one after the other, as far as they end well; returns whether all did. */
type Part = () => boolean;

const all: Record<string, Part> = {
  ...Object.fromEntries([...Object.keys(parts), 'lists'].map(name => [name, () => project(name)])),
  nodes: () => run('npm', ['ci', '--prefix', `${here}nodes`]) && underNode('oldest') && underNode('newest'),
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all);
const unknown = wanted.filter(name => !(name in all));
if (unknown.length > 0) {
  process.stderr.write(`No such part: ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}\n`);
  process.exit(2);
}

const results = wanted.map(name => {
  process.stdout.write(`\n${styleText('bold', name)}\n`);
  const started = performance.now();
  const passed = all[name]!();
  return { name, passed, seconds: Math.round((performance.now() - started) / 1000) };
});
process.stdout.write('\n');
for (const { name, passed, seconds } of results)
  process.stdout.write(`${name.padEnd(16)}${passed ? 'passed' : 'FAILED'} in ${seconds} s\n`);
const failed = results.filter(({ passed }) => !passed).length;
process.stdout.write(`${results.length - failed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 ? 1 : 0;

function project(name: string): boolean {
  return run(process.execPath, [vitest, 'run', '--config', `${here}vitest.config.ts`, '--project', name]);
}

/** The program as it runs under another Node: all that starts it, or runs its commands. */
function underNode(name: 'oldest' | 'newest'): boolean {
  const node = `${here}nodes/node_modules/${name}/bin/node`;
  return run(node, [vitest, 'run', 'test/commands', 'test/flows', 'test/db', 'test/terminal']);
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
