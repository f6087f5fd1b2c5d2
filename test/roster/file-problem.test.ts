import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fileProblem } from '../../source/roster/text/file-problem.ts';

it('says in words why a file can not be read or written', async () => {
  const missing = join(tmpdir(), 'roster-no-such-folder', 'users.csv');
  expect(await writeFile(missing, '').catch(fileProblem)).toBe('there is no such file or folder');
  expect(await readFile(tmpdir()).catch(fileProblem)).toBe('that is a folder');
  const long = join(tmpdir(), 'n'.repeat(300));
  expect(await writeFile(long, '').catch(fileProblem)).toBe('the name is too long');
  expect(fileProblem(new Error('Something else.'))).toBe('Something else.');
});
