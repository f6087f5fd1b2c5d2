import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../after-file.ts';
import { type MailServer, startMailServer } from '../notify/mail-server.ts';
import { type Program, root, startProgram } from '../terminal/driver.ts';
import { type Block, bare, blocksOf, dialogueOf } from './blocks.ts';

/**
 * Every command block of the documents is run by bash in a terminal, in its order, by somebody who has nothing but an empty
 * home: each command has to end with 0, and to print what the document says it does.
 */
const documents = [
  'README.md',
  ...['admin-guide', 'over-ssh', 'scripting', 'install', 'backup'].map(name => `docs/${name}.md`),
  'CONTRIBUTING.md',
];

/** Documents without a story, and why. */
const notTold: Record<string, string> = {
  'CHANGELOG.md': 'It has no commands.',
  'docs/commands.md': 'Its examples are those of the help, which examples.test.ts runs.',
  'docs/keys.md': 'It has no commands.',
  'docs/speed.md': 'It has no commands.',
  'docs/zoom.md': 'Its commands need an account; test/account has one.',
};

/** Lines that are not run here, and why. */
const notRun: Record<string, string> = {
  'npm ci': 'It fetches what these tests run with; .ci/run begins with it.',
  'npm test': 'It runs these tests.',
};

/** Blocks that are not run here, by their first line, and why. */
const blocksNotRun: Record<string, string> = {
  "useradd --system --create-home --home-dir /var/lib/roster --shell /bin/sh --password '*' roster":
    'It makes an account of the machine; test/ssh runs it as root.',
  'cd /opt/roster': 'It installs for the whole machine; test/ssh runs what is installed elsewhere.',
  'git pull': 'It fetches a newer version.',
  'Match User roster': 'It belongs into /etc/ssh/sshd_config; test/ssh has it read by a real sshd.',
};

/** What these lines have to show, and what is typed then. */
const shown: Record<string, readonly [seen: string | RegExp, typed?: string]> = {
  'npm run demo': ['500 users', 'q'],
  roster: ['2 users', 'q'],
  'roster people list --licensed no --status active': [/Chen Wei.*\nDora Nagy/],
  'roster undo': ['Undo 5: remove the skill Spanish: done'],
  'roster redo': ['Redo 6: bring back the skill Spanish: done'],
  'roster undo 3 --dry-run': ['Undo 3: change back Bruno Costa'],
  'roster import users.csv': ['Nothing to change.'],
  'roster role remove Coach --transfer Agent': [/Remove the role Coach.*\?/, 'y\r'],
  'roster add - --template "New agent" < emails.txt': ['Premium licenses 0 → 2 of 40'],
  'ssh roster@host': ['4 users', 'q'],
  'roster notify --watch': ['4 sent', '\x03'],
  'roster check': ['All is well: 4 users'],
  'roster restore roster-monday.db': ['Go back to the backup? y/N', 'y\r'],
};

/** Lines that end otherwise than with 0. */
const exits: Record<string, number> = { 'roster notify --watch': 130 };

const home = temporaryFolder('roster-docs-');
const work = join(home, 'work');
const programs = join(home, '.programs');
let mail: MailServer;
let running: Program | undefined;

beforeAll(async () => {
  for (const folder of [work, programs]) mkdirSync(folder);
  const roster = `exec '${process.execPath}' '${join(root, 'dist', 'roster.js')}'`;
  installed('roster', `${roster} "$@"`);
  // As ssh and sshd hand over a command: its words in one line.
  installed('ssh', `shift\neval "roster $*"`);
  mail = await startMailServer({ password: 'password' });
});

afterAll(async () => await running?.close());

function installed(name: string, script: string) {
  const path = join(programs, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

const blocks = documents.flatMap(name =>
  blocksOf(readFileSync(join(root, name), 'utf8')).map(block => ({ name, ...block })),
);
const isRun = ({ text, language }: Block) =>
  language !== 'text' &&
  blocksNotRun[text.split('\n')[0]!] === undefined &&
  text.split('\n').some(line => line !== '' && notRun[bare(line)] === undefined);

test.each(blocks.filter(isRun))('$name:$line', async block => {
  if (block.language === 'console') return await converse(block);
  expect(block.language, 'What is not run has to be named, with the reason.').toBe('sh');
  const lines = block.text
    .trim()
    .split('\n')
    .filter(line => notRun[bare(line)] === undefined);
  const { code, screen } = await inTerminal(lines.join('\n'));
  expect(code, screen).toBe(exits[bare(lines.at(-1)!)] ?? 0);
});

test('leaves out no document', () => {
  const there = [...readdirSync(root), ...readdirSync(join(root, 'docs')).map(name => `docs/${name}`)];
  expect(there.filter(name => name.endsWith('.md')).sort()).toEqual(
    [...documents, ...Object.keys(notTold)].sort(),
  );
});

test('names nothing that is not there any more', () => {
  const lines = blocks.flatMap(({ text }) => text.split('\n').map(bare));
  for (const named of [notRun, shown, exits].flatMap(Object.keys)) expect(lines).toContain(named);
  const firsts = blocks.map(({ text }) => text.split('\n')[0]);
  for (const named of Object.keys(blocksNotRun)) expect(firsts).toContain(named);
});

async function converse(block: Block) {
  for (const { command, printed } of dialogueOf(block)) {
    const { code, screen } = await inTerminal(command);
    expect(code, screen).toBe(0);
    expect(screen.trimEnd()).toBe(printed);
  }
}

/** Runs lines one after the other, and types what they wait for. Ends at the first that fails. */
async function inTerminal(script: string): Promise<{ code: number; screen: string }> {
  const real = script.replace(
    'smtp://user:password@mail.example:587',
    mail.url.replace('//', '//user:password@'),
  );
  const file = join(home, '.block');
  writeFileSync(file, `set -e -o pipefail\n${real}`);
  running = startProgram([file], {
    file: '/bin/bash',
    rows: 60,
    columns: 120,
    cwd: script.includes('npm ') ? root : work,
    env: { HOME: home, PATH: `${programs}:${process.env.PATH}`, NO_COLOR: '1' },
  });
  for (const line of script.split('\n')) {
    const [seen, keys] = shown[bare(line)] ?? [];
    if (seen === undefined) continue;
    await running.waitFor(seen);
    if (keys === undefined) continue;
    await running.settled();
    running.type(keys);
  }
  const { code } = await running.exit();
  const screen = running.screen();
  await running.close();
  return { code, screen };
}
