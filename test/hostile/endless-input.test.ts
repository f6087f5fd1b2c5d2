import { Readable } from 'node:stream';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../source/cli.ts';
import { makeHome, peopleCsv, pretendIo, program } from '../commands/run.ts';
import { whole } from '../whole.ts';

const home = makeHome();
beforeAll(async () => {
  await home.ok('init --account Acme --licenses 9');
  await home.ok('people import -', { input: peopleCsv(1) });
});

const onlyBlank = /There are only blank lines\. The first line has to name the columns\./;

/** What a person would type, what comes on standard input again and again, and what is said of it. */
const lines: [line: string, sent: string, said: RegExp][] = [
  [
    'yes a@b | roster add - --role Agent',
    'a@b\n',
    /^More than 16 MB came on standard input\. Give the e-mails in parts\./,
  ],
  ['roster add - --role Agent < /dev/zero', '\0', /^More than 16 MB came on standard input\./],
  [
    'roster notify --template /dev/zero',
    '',
    /^\/dev\/zero is too long for an e-mail\. The text stays as it was\.\n$/,
  ],
  ['yes | roster notify --template -', 'y\n', /^Standard input is too long for an e-mail\./],
  [
    'yes ssh | roster operator add maria --role Admin --key -',
    'ssh\n',
    /^Standard input is too long for public keys\./,
  ],
  ["yes '' | roster people import -", '\n', onlyBlank],
  ["yes '' | roster import - --yes", '\n', onlyBlank],
];

it.each(lines)('%s is told that it is enough', async (line, sent, said) => {
  let toldEnough = sent === '';
  function* endless() {
    const piece = Buffer.from(sent.repeat(16_384));
    try {
      while (sent !== '') yield piece;
    } finally {
      toldEnough = true;
    }
  }
  const io = { ...pretendIo({ env: home.env }), stdin: Readable.from(endless()) as never };
  const [, words = ''] = /roster ([^<]+)/.exec(line) ?? [];
  const code = await main(words.trim().split(' '), io);
  expect({ code, stderr: io.stderr.text() }).toEqual({ code: 1, stderr: expect.stringMatching(said) });
  expect(toldEnough).toBe(true);
});

it.each(whole ? lines : lines.slice(0, 1))('%s ends in a shell', async (line, _, said) => {
  const script = `roster() { "${process.execPath}" "${program}" "$@"; }; ${line}`;
  expect(await home.spawn('', { command: ['sh', '-c', script] })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(said),
  });
});
