import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { openSettings } from '../../source/session/remembering/settings.ts';
import { run } from '../commands/run.ts';
import { demoFile, open } from '../flows/fixture.ts';
import type { Program } from '../terminal/driver.ts';
import { whole } from '../whole.ts';
import { naughtyStrings, someNaughty } from './naughty-strings.ts';
import { strayControls } from './stray-controls.ts';

let file: string;
let p: Program;

beforeAll(async () => {
  file = await demoFile();
});

async function leave(): Promise<void> {
  await p.press('Ctrl+C');
  expect(await p.exit(), p.screen()).toMatchObject({ code: 0 });
}

afterEach(() => {
  expect(strayControls(p.raw())).toEqual([]);
  expect(p.raw()).not.toMatch(/unexpected|Error:/);
});

/** The settings of whoever runs the tests: where they are, how the screen of this roster stands in them, and how they are read. */
function ownSettings() {
  const db = new Database(file, { readonly: true });
  const name = db.prepare('select operator_name from operators where login = ?').pluck();
  const operator = name.get(userInfo().username) as string;
  const since = db.prepare('select created_at from account').pluck().get();
  db.close();
  const known = `${realpathSync(file)}\0${since}`;
  const config = join(dirname(file), 'config');
  const read = () => openSettings(operator, known, { XDG_CONFIG_HOME: config }).read();
  const own = createHash('sha256').update(known).digest('hex').slice(0, 24);
  const withScreen = (screen: object, more = {}) => JSON.stringify({ ...more, screens: { [own]: screen } });
  return { path: join(config, 'roster', `${operator}.json`), read, withScreen };
}

const screen = (text: string, columns: readonly string[] = []) => ({
  ...{ search: text, queue: text, role: text, status: null },
  ...{ sort: { column: 'name', reverse: false }, columns },
});

/** Screens as the program keeps them, with anything in them. */
function readable() {
  // Nothing that is kept is longer.
  const kept = someNaughty.filter(text => text.length <= 2_000);
  const parts = whole ? 4 : 1;
  const length = Math.ceil(kept.length / parts);
  return Array.from({ length: parts }, (_, n) => kept.slice(n * length, (n + 1) * length)).map(part =>
    screen(part.join(' ').slice(0, 2_000), part),
  );
}

it('settings can hold anything', async () => {
  const settings = ownSettings();
  const { withScreen } = settings;
  // What is no settings, though somebody has put it there.
  const unreadable = [
    '['.repeat(200_000),
    withScreen(screen('x'.repeat(10_000_000))),
    withScreen(screen('x', ['x'.repeat(5_000)])),
    withScreen({ sort: naughtyStrings }, { marks: '\x1b[2J', colors: ['\u202e'] }),
  ];
  mkdirSync(dirname(settings.path), { recursive: true });
  for (const content of unreadable) {
    writeFileSync(settings.path, content);
    expect(settings.read()).toEqual({ marks: 'unicode', colors: 'auto', background: 'auto' });
  }
  for (const kept of [...readable(), ...(whole ? unreadable : unreadable.slice(0, 1))]) {
    writeFileSync(settings.path, typeof kept === 'string' ? kept : withScreen(kept));
    if (typeof kept !== 'string') expect(settings.read()).toMatchObject({ screen: kept });
    p = await open(file);
    await p.press('/', 'Ctrl+U');
    p.type('ana');
    await p.waitFor('/ ana▏');
    await leave();
  }
});

it('the preview of an import names whatever a file and its path hold', async () => {
  const folder = join(dirname(file), 'files');
  mkdirSync(folder);
  const listed = await run(['list', '--format', 'json', '--db', file], { env: { HOME: folder } });
  const users = JSON.parse(listed.stdout) as { user_email: string }[];
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const rows = naughtyStrings.map((text, n) => [users[n]!.user_email, text, text]);
  const lines = [['user_email', 'display_name', 'queues'], ...rows].map(row => row.map(quoted).join(','));
  const name = `a\x1b]0;owned\x07\u202e\n席 $(touch hacked)’.csv`;
  writeFileSync(join(folder, name), `${lines.join('\r\n')}\r\n`);
  p = await open(file);
  p.type(`I${folder}/a`);
  await p.press('Tab');
  await p.waitFor('.csv▏');
  await p.press('Enter');
  let shown = await p.waitFor(/✗ [\d,]+ problems[\s\S]*more lines/);
  while (/↓ [\d,]+ more lines/.test(shown)) {
    const before = shown;
    await p.press('PageDown');
    shown = await p.waitFor(now => now !== before);
  }
  await p.press('s');
  await p.waitFor('Nothing is imported');
  await leave();
});
