import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, peopleCsv, program } from './run.ts';

const { ok, env, home, file } = makeHome();

/** Runs `roster` with its output sent elsewhere, as a shell does: `| true`. */
function redirected(args: string, where: string): Promise<{ code: number; stderr: string }> {
  const script = `set -o pipefail; "${process.execPath}" "${program}" ${args} ${where}`;
  return new Promise(resolve => {
    execFile('bash', ['-c', script], { env }, (error, _, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stderr });
    });
  });
}

test('where nobody reads the results a change is made nevertheless, and its result file written', async () => {
  await ok('init --account Acme --licenses 9');
  await ok('people import -', { input: peopleCsv(3) });
  const rows = file('rows.csv', 'user_email,role_name\np0@acme.example,Agent\np1@acme.example,Admin\n');
  const result = join(home, 'result.csv');
  const closed = await redirected(`import ${rows} --yes --quiet --result ${result}`, '| true');
  expect(closed).toEqual({ code: 0, stderr: '' });
  expect(readFileSync(result, 'utf8').match(/,added,/g)).toHaveLength(2);
  const more = file('more.csv', 'user_email,role_name\np0@acme.example,Admin\n');
  expect(await redirected(`import ${more} --yes`, '| true')).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(await ok('list --role Admin --format json'))).toHaveLength(2);
});

test.skipIf(!existsSync('/dev/full'))('a full disk behind the results is told in a sentence', async () => {
  const { code, stderr } = await redirected('people list', '> /dev/full');
  expect(code).toBe(1);
  expect(stderr).toBe("Can't print the results: no room is left where they go.\n");
  expect((await redirected('queue add Sales', '> /dev/full')).stderr).toBe(
    "Can't print the results: no room is left where they go. What was to be changed may be: roster history\n",
  );
});
