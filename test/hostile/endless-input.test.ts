import { spawnSync } from 'node:child_process';
import { beforeAll, expect, it } from 'vitest';
import { makeHome, program } from '../commands/run.ts';

const home = makeHome();
beforeAll(() => home.ok('init --account Acme --licenses 9'));

it.each([
  [
    'yes a@b | roster add - --role Agent',
    /^More than 16 MB came on standard input\. Give the e-mails in parts/,
  ],
  ['roster add - --role Agent < /dev/zero', /^More than 16 MB came on standard input\./],
  [
    'roster notify --template /dev/zero',
    /^\/dev\/zero is too long for an e-mail\. The text stays as it was\.\n$/,
  ],
  ['yes | roster notify --template -', /^Standard input is too long for an e-mail\./],
  [
    'yes ssh | roster operator add maria --role Admin --key -',
    /^Standard input is too long for public keys\./,
  ],
  [
    "yes '' | roster people import -",
    /There are only blank lines\. The first line has to name the columns\./,
  ],
  ["yes '' | roster import - --yes", /There are only blank lines\. The first line has to name the columns\./],
])('%s ends with a sentence', (line, said) => {
  const script = `roster() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  const options = { env: home.env, encoding: 'utf8', timeout: 15_000 } as const;
  const { status, stderr } = spawnSync('sh', ['-c', script], options);
  expect(stderr).toMatch(said);
  expect(status).toBe(1);
});
