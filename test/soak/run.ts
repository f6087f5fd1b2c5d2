// npm run soak [-- --only NAME] [-- --times N]: the long runs, one after the other, with their counts at the end.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Counts } from './soak.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const ending = '.soak.ts';

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, times: { type: 'string' } },
});
const subjects = readdirSync(here)
  .filter(name => name.endsWith(ending))
  .map(name => name.slice(0, -ending.length));
const wanted = values.only ?? subjects;
const unknown = wanted.filter(name => !subjects.includes(name));
if (unknown.length > 0)
  refuse(`--only ${unknown.join(', ')}: no such subject. There are: ${subjects.join(', ')}`);
if (values.times !== undefined && !/^[1-9]\d*$/.test(values.times))
  refuse(`--times takes a whole number from 1 on, not ${values.times}.`);

const folder = mkdtempSync(join(tmpdir(), 'roster-soak-'));
const file = join(folder, 'counts');
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    '--config',
    join(here, 'vitest.config.ts'),
    ...wanted.map(name => `test/soak/${name}${ending}`),
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      ROSTER_SOAK_COUNTS: file,
      ...(values.times && { ROSTER_SOAK_TIMES: values.times }),
    },
  },
);
if (existsSync(file)) printCounts(readFileSync(file, 'utf8').trimEnd().split('\n'));
rmSync(folder, { recursive: true, force: true });
process.exitCode = status ?? 1;

function printCounts(lines: readonly string[]): void {
  for (const line of lines) {
    const { subject, counts } = JSON.parse(line) as { subject: string; counts: Counts };
    const parts = Object.entries(counts).map(([what, count]) => `${what} ${count.toLocaleString('en')}`);
    process.stdout.write(`${subject}: ${parts.join(', ')}\n`);
  }
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
