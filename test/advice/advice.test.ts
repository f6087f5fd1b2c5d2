import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, expect, test } from 'vitest';
import { commandWords } from '../../source/commands/shell/command-words.ts';
import { makeHome, type Result } from '../commands/run.ts';
import { startMailServer } from '../notify/mail-server.ts';
import { type Case, cases } from './cases.ts';
import { suggestions, tail } from './suggestions.ts';

/** Every command that a message suggests is run where it is suggested, with its words in capitals filled in: it has to work. */
const home = makeHome();
const { ok, call, file } = home;
const inHome = (name: string) => join(home.home, name);

beforeAll(async () => {
  const people = ['ana.silva,Ana', 'bruno,Bruno', 'chen,Chen'].map(text =>
    text.replace(',', '@acme.example,'),
  );
  file('directory.csv', `Email,First Name,Status\n${people.map(person => `${person},Active\n`).join('')}`);
  const google = 'First Name [Required],Last Name [Required],Email Address [Required],Status [READ ONLY]';
  file('all people.csv', `${google}\nAna,Silva,ana.silva@acme.example,Active\n`);
  file('gone.csv', 'Email,First Name,Status\nana.silva@acme.example,Ana,Suspended\n');
  file('users.csv', 'user_email,role_name,queues\nana.silva@acme.example,Supervisor,Billing\n');
  file('bad.txt', 'No subject');
  await ok('init --account Acme --licenses 1');
  cpSync(inHome('data'), inHome('new'), { recursive: true });
  await ok('people import directory.csv');
  await ok('queue add Billing');
  await ok('add ana.silva@acme.example --role Agent');
  await ok('edit ana.silva@acme.example --add-queue Billing');
  await ok('backup backup.db');
  await ok('account set --licenses 2');
  cpSync(inHome('data'), inHome('ready'), { recursive: true });
});

const known = suggestions();

test('knows a situation for every command that a text in the code suggests', () => {
  expect(Object.keys(cases).sort()).toEqual([...known].sort());
});

const runs = Object.entries(cases).flatMap(([key, list]) =>
  typeof list === 'string' ? [] : list.map(each => ({ key, ...each })),
);

test.each(runs)('$key, after $said', async ({ key, from = 'ready', said, sql, removed, fill, ...more }) => {
  for (const left of ['data', 'b.db', 'saved.db', 'other.db'])
    rmSync(inHome(left), { recursive: true, force: true });
  file('empty.db', '');
  if (from !== 'nothing') cpSync(inHome(from), inHome('data'), { recursive: true });
  const env = more.mail ? await mail(more.mail) : {};
  const run = (command: string) => call(commandWords(command), { env });
  for (const command of more.before ?? []) await ok(command);
  const message = 'text' in said ? said.text : await provoked(said, sql, run);
  const command = filled(suggested(key, message), fill);
  if (removed) rmSync(inHome(removed));
  const result = await run(`${command.replace(/^roster /, '')}${more.asks ? ' --yes' : ''}`);
  if (more.tells) return expect(result.stderr).toMatch(more.tells);
  expect(result.code, `${message}\n$ ${command}\n${result.stderr}`).toBe(0);
  if (!more.cures) return;
  const again = await run((said as readonly string[]).at(-1)!);
  expect(again.code, `${command}\n${again.stderr}`).toBe(0);
});

async function provoked(
  commands: readonly string[],
  sql: string | undefined,
  run: (command: string) => Promise<Result>,
): Promise<string> {
  for (const command of commands.slice(0, -1)) await run(command);
  if (sql) new Database(home.database).exec(sql).close();
  const { stdout, stderr } = await run(commands.at(-1)!);
  return stdout + stderr;
}

/** The command of a message that is written so in the code: it goes on to the end of a clause. */
function suggested(key: string, message: string): string {
  const pattern = key.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&').replaceAll(/ ?…/g, '.*?');
  const clauses = message.matchAll(/roster .*?(?=[;,.)]?$|[;,.)] | –| {2})/gm);
  const commands = Array.from(clauses, ([clause]) => clause.replace(tail, ''));
  const found = commands.find(command => new RegExp(`^${pattern}(?: --db \\S+)?$`).test(command));
  if (found === undefined) throw new Error(`Nothing like ${key} in:\n${message}`);
  return found;
}

function filled(command: string, fill: Case['fill'] = {}): string {
  let text = command;
  for (const [word, value] of Object.entries(fill)) text = text.replace(word, value);
  return text;
}

/** What roster is told of a mail server that behaves so. */
async function mail(behavior: NonNullable<Case['mail']>): Promise<NodeJS.ProcessEnv> {
  const server = await startMailServer(behavior === 'loses' ? { onMessage: () => 'hang-up' } : {});
  return { ROSTER_SMTP_URL: server.url, ROSTER_MAIL_FROM: 'roster@acme.example' };
}
