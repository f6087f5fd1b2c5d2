import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { whole } from '../whole.ts';
import { csv, makeNaughtyHome, obeyed } from './naughty-roster.ts';
import { isRefused, loneSurrogates, naughtyStrings, someNaughty } from './naughty-strings.ts';
import { onPretendedTerminal } from './pretended-terminal.ts';
import { strayControlsOfCommand } from './stray-controls.ts';

const home = makeNaughtyHome();
const { run, ok } = home;

beforeAll(async () => {
  await ok(['init', '--account', 'Acme', '--licenses', '9']);
  await ok(['people', 'import', '-'], { input: 'user_email,first_name\np0@acme.example,Ana\n' });
  await ok(['add', 'p0@acme.example', '--role', 'Agent']);
});

describe('what a rule refuses', () => {
  const refused = naughtyStrings.filter(
    text => text.isWellFormed() && isRefused(text) && !/^a?[\r\n\u0085]+b?$/.test(text),
  );

  it('is named with line, column and value, as signs', async () => {
    const rows = refused.map((text, n) => [`q${n}@acme.example`, text]);
    const input = csv([['user_email', 'display_name'], ...rows]);
    const answer = await run(['people', 'import', '-', '--strict', '--format', 'json'], { input });
    expect(answer.code).toBe(1);
    expect(obeyed(answer.stdout)).toEqual([]);
    const { problems } = JSON.parse(answer.stdout) as { problems: { code: string; column: string }[] };
    expect(problems.length).toBeGreaterThan(60);
    expect(problems.filter(({ column }) => column !== 'display_name')).toEqual([]);
  });

  it('is refused as a name by every command', async () => {
    const evil = 'Ana\x1b]0;x\x07\x9b2J\u202e';
    for (const args of [
      ['queue', 'add', evil],
      ['queue', 'add', 'Fine', '--description', evil],
      ['role', 'add', evil],
      ['operator', 'add', evil, '--role', 'Admin'],
      ['template', 'add', evil, '--type', 'add'],
      ['account', 'set', '--name', evil],
      ['edit', 'p0@acme.example', '--set', `display_name=${evil}`],
      ['edit', 'p0@acme.example', '--set', `client_integration_name=${evil}`],
      ['edit', 'p0@acme.example', '--add-queue', evil],
      ['edit', 'p0@acme.example', '--set', `${evil}=1`],
      ['add', evil, '--role', 'Agent'],
      ['add', 'nobody@acme.example', '--role', evil],
      ['show', evil],
      ['remove', evil, '--yes'],
      ['list', '--queue', evil],
      ['list', '--sort', evil],
      ['import', evil],
      ['undo', evil],
      [evil],
      ['list', `--${evil}`],
      ['list', '--db', `/tmp/${evil}.db`],
      ['init', '--account', evil, '--db', join(home.home, 'other.db')],
    ]) {
      const answer = await run(args);
      expect({ args, code: answer.code }).toEqual({
        args,
        code: expect.toSatisfy((code: number) => code === 1 || code === 2),
      });
      expect(answer.stderr, args.join(' ')).toMatch(/Ana|roster|p0@/);
      expect(obeyed(answer.stdout)).toEqual([]);
    }
    expect((await run(['add', '-', '--role', 'Agent'], { input: `${evil}\n` })).code).toBe(1);
  });

  it('half a character in a file is refused with its line', async () => {
    for (const text of loneSurrogates) {
      const file = Buffer.from(`\ufeffuser_email,display_name\nx@acme.example,${text}\n`, 'utf16le');
      const answer = await run(['people', 'import', '-'], { input: file });
      expect(answer.code).not.toBe(0);
      expect(answer.stderr).toMatch(/line \d/);
    }
  });
});

describe('an environment that holds anything', () => {
  const evil = '\x1b]0;x\x07\x9b2J\u202e$(touch hacked)/../x';
  // Node itself breaks off at a longer one that is no language, whatever it runs.
  const language = '\x1b[2J\u202e';
  /** Where the roster is; with these it is not found. */
  const places = [{ ROSTER_DB: evil }, { XDG_DATA_HOME: evil }];
  const others = [
    { TERM: evil, COLORTERM: evil, LANG: language, LC_ALL: language },
    { NO_COLOR: evil, FORCE_COLOR: evil, COLUMNS: evil, LINES: evil, TZ: evil },
    { TMPDIR: evil },
    { HOME: evil },
    { XDG_CONFIG_HOME: evil },
    { USER: evil, LOGNAME: evil, SSH_CONNECTION: evil, SSH_ORIGINAL_COMMAND: evil },
    { ROSTER_SMTP_URL: evil, ROSTER_MAIL_FROM: evil },
  ];

  it('is not obeyed by what the program reads of it', async () => {
    for (const env of [...places, ...others])
      for (const args of [['list'], []]) {
        const { stdout } = await run(args, { env });
        expect(obeyed(stdout)).toEqual([]);
      }
    expect(existsSync(join(home.home, 'hacked'))).toBe(false);
  });

  // What the roster is not found by would hide all else.
  const processes = whole ? [...places, ...others] : [Object.assign({}, ...others)];

  it.each(processes.map(env => [Object.keys(env).join(', '), env]))(
    'is not obeyed by a process, either: %s',
    async (_, env) => {
      const listed = await home.spawn('list', { env });
      if (places.includes(env)) expect(listed).toMatchObject({ code: 1, stdout: '' });
      else expect(listed).toMatchObject({ code: 0, stdout: expect.stringContaining('p0@acme.example') });
      const answers = whole ? [listed, await home.spawn('', { env })] : [listed];
      for (const { code, stdout, stderr } of answers) {
        expect([0, 1, 2]).toContain(code);
        expect(stderr).not.toMatch(/unexpected|\.js:\d|SQLITE/);
        expect([...obeyed(stdout), ...obeyed(stderr)]).toEqual([]);
      }
      expect(existsSync(join(home.home, 'hacked'))).toBe(false);
    },
  );
});

it('the words of the e-mail are refused or kept, and printed without anything that a terminal obeys', async () => {
  for (const text of someNaughty) {
    const input = `Subject: ${text.replaceAll(/[\r\n]/g, ' ')}\n\n${text}\n`;
    const { code, stdout } = await run(['notify', '--template', '-'], { input });
    expect([0, 1], JSON.stringify(text)).toContain(code);
    expect(obeyed(stdout)).toEqual([]);
    if (code === 1) continue;
    const shown = await onPretendedTerminal(['notify', '--show-template'], { env: home.env });
    expect(shown).toEqual({ code: 0, raw: expect.stringMatching(/^Subject: /) });
    expect(strayControlsOfCommand(shown.raw)).toEqual([]);
  }
  await ok(['notify', '--template', 'default']);
});

it('a line over SSH does what its words say, or nothing', async () => {
  const session = ['session', '--db', home.database, '--operator', '1', '--key', 'SHA256:none'];
  // That is a word that means something.
  const senseless = someNaughty.filter(text => !text.includes('\0') && text !== '--help');
  for (const text of senseless)
    for (const line of [text, `show ${text}`]) {
      const { code, stdout } = await run(session, { env: { SSH_ORIGINAL_COMMAND: line } });
      expect([1, 2, 3], JSON.stringify(line)).toContain(code);
      expect(stdout, JSON.stringify(line)).toBe('');
    }
});
