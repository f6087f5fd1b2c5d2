import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shellWord } from '../../source/roster/text/shell-word.ts';
import { makeHome, type Result } from '../commands/run.ts';
import { naughtyStrings } from './naughty-strings.ts';

const home = makeHome();

/** The words that a shell makes of the command that a message suggests. */
function pasted({ stderr }: Result, suggestion: RegExp): string[] {
  const [, command = ''] = suggestion.exec(stderr) ?? [];
  return words([command])[0]!;
}

/** The words that one shell makes of each of some commands. */
function words(commands: readonly string[]): string[][] {
  const input = ['roster() { printf "%s\\0" "$#" "$@"; }', ...commands, ''].join('\n');
  const printed = execFileSync('sh', { cwd: home.home, encoding: 'utf8', input }).split('\0');
  const all: string[][] = [];
  for (let at = 0; at < printed.length - 1; ) {
    const count = Number(printed[at]);
    all.push(printed.slice(at + 1, at + 1 + count));
    at += 1 + count;
  }
  return all;
}

it('a word is one word to a shell, whatever is in it', () => {
  const texts = naughtyStrings.filter(each => !each.includes('\0') && each.isWellFormed());
  const commands = [...texts, '~', ''].map(text => `roster ${shellWord(text)}`);
  expect(words(commands)).toEqual([...texts, '~', ''].map(text => [text]));
  expect(existsSync(join(home.home, 'hacked'))).toBe(false);
});

it('a command that is suggested means the roster and the file that it speaks of, and runs nothing else', async () => {
  const folder = join(home.home, "it's $(touch hacked) `touch hacked` here");
  mkdirSync(folder);
  const [db, backup, rescued, empty, text] = ['a.db', 'b.db', 'c.db', 'd.db', 'e.db'].map(name =>
    join(folder, name),
  ) as [string, string, string, string, string];
  await home.call(['init', '--account', 'Acme', '--db', db]);
  const backedUp = await home.call(['backup', backup, '--db', db]);
  expect(pasted(backedUp, /go back to it: (.+)/)).toEqual(['restore', backup, '--db', db]);
  const saved = await home.call(['rescue', rescued, '--db', db]);
  expect(pasted(saved, /Look at it: (.+) –/)).toEqual(['check', '--db', rescued]);
  expect(pasted(saved, /place: (.+)/)).toEqual(['restore', rescued, '--db', db]);
  writeFileSync(empty, '');
  const nothing = await home.call(['list', '--db', empty]);
  expect(pasted(nothing, /a backup: (.+);/)).toEqual(['restore', 'FILE', '--db', empty]);
  expect(pasted(nothing, /make one: (.+)/)).toEqual(['init', '--account', 'NAME', '--db', empty]);
  writeFileSync(text, 'no database at all. '.repeat(500));
  const none = await home.call(['list', '--db', text]);
  expect(pasted(none, /a backup: (.+)/)).toEqual(['restore', 'FILE', '--db', text]);
  const usual = await home.call(['rescue', join(home.home, 'f.db')], { env: { ROSTER_DB: db } });
  expect(pasted(usual, /place: (.+)/)).toEqual(['restore', join(home.home, 'f.db')]);
});

it('e-mails in one are words as well', async () => {
  const email = "o'`touch$HOME`&hacked@acme.example";
  await home.call(['init', '--account', 'Acme', '--licenses', '2']);
  await home.call(['people', 'import', '-'], { input: `user_email,first_name\n${email},Ana\n` });
  const edited = await home.call(['edit', email, '--status', 'active']);
  expect(pasted(edited, /user; (.+) adds them/)).toEqual(['add', email, '--role', 'ROLE']);
  await home.call(['add', email, '--role', 'Agent']);
  const added = await home.call(['add', email, '--role', 'Agent']);
  expect(pasted(added, /already; (.+) changes them/)).toEqual(['edit', email, '--role', 'ROLE']);
  expect(existsSync(join(home.home, 'hacked'))).toBe(false);
});

it('what is no e-mail is not repeated whole', async () => {
  await home.call(['init', '--account', 'Acme', '--licenses', '2']);
  const { code, stderr } = await home.call(['add', '-', '--role', 'Agent'], {
    input: '席'.repeat(300_000),
  });
  expect(code).toBe(1);
  expect(stderr).toContain(`has the e-mail ${'席'.repeat(254)}...; `);
});
