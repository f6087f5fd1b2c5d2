import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openRoster } from '../../db/open.ts';
import { checkFile } from '../../db/sqlite/check/check-file.ts';
import { checkRecords } from '../../db/sqlite/check/check-records.ts';
import { snapshot } from '../../db/sqlite/snapshot.ts';
import { emails, makeHome, peopleCsv, type Running } from './run.ts';

/** So many users are in each change set. */
const users = 1_000;
/** After so many change sets it begins anew. */
const historyLength = 30;

export interface KillCounts {
  kills: number;
  /** Killed or not: the change set was there afterward, or nothing of it. */
  done: number;
  nothing: number;
  /** Success was reported before the kill. */
  reported: number;
  'half done': number;
  'lost after success': number;
  'findings of check': number;
  'additions without e-mail': number;
  [count: string]: number;
}

interface Seen {
  newest: number;
  /** Of all that is in the database. */
  digest: string;
  licensed: number;
  inactive: number;
  toUndo: boolean;
}

type Home = ReturnType<typeof makeHome>;

/**
 * Starts change sets of 1,000 users – add, edit, remove, undo, redo, import – and kills each at a random moment; then
 * looks whether all of it or nothing of it is there, and whether history, users and outbox agree.
 */
export async function killAtRandom(
  kills: number,
  onKill: (counts: KillCounts) => void = () => {},
): Promise<KillCounts> {
  const home = makeHome();
  await home.ok(`init --account Acme --licenses ${users}`);
  await home.ok('people import -', { input: peopleCsv(users) });
  await home.ok('queue add Billing');
  for (const [name, access] of [
    ['one', 'active; Spanish=4'],
    ['other', 'inactive; Spanish=2'],
  ] as const)
    home.file(`${name}.csv`, importCsv(access));
  await home.ok('skill add Spanish --category Languages --graded');
  const counts: KillCounts = {
    kills: 0,
    done: 0,
    nothing: 0,
    reported: 0,
    'half done': 0,
    'lost after success': 0,
    'findings of check': 0,
    'additions without e-mail': 0,
  };
  const template = home.file('template.db', readFileSync(home.database));
  let before = await look(home, counts);
  let duration = 600;
  for (let round = 0; counts.kills < kills; round++) {
    // A long history would take most of the time, and shows nothing new.
    if (round % historyLength === historyLength - 1) {
      copyFileSync(template, home.database);
      before = await look(home, counts);
    }
    const { args, input } = choose(home, before, round);
    const from = performance.now();
    const { signal, stdout, code, stderr } = await home.spawn(args, {
      input,
      onStart: process => strike(process, { home, round, duration }),
    });
    if (code !== null && code !== 0) throw new Error(`roster ${args}: exit ${code}\n${stderr}`);
    // Some have just ended when the kill arrives.
    if (signal === null) duration = performance.now() - from;
    else counts.kills++;
    const told = /: done, change set (\d+)/.exec(stdout)?.[1];
    const after = await look(home, counts);
    const files = readdirSync(dirname(home.database)).filter(name => name !== basename(home.database));
    if (files.length > 0) throw new Error(`Left behind: ${files.join(', ')}`);
    if (told !== undefined) counts.reported++;
    if (told !== undefined && after.newest !== Number(told)) counts['lost after success']++;
    if (after.newest === before.newest) counts.nothing++;
    else counts.done++;
    const whole = after.newest === before.newest + 1 && (await changed(home, after.newest)) === users;
    if (after.digest !== before.digest && !whole) counts['half done']++;
    before = after;
    if (signal) onKill(counts);
  }
  return counts;
}

function importCsv(settings: string): string {
  const [access, skill] = settings.split('; ');
  const rows = emails(users)
    .split('\n')
    .map(email => `${email},Agent,${access},Billing,${skill}`);
  return `user_email,role_name,user_access,queues,skills\n${rows.join('\n')}\n`;
}

/** One of what can be done now with all of them. */
function choose({ home }: Home, { licensed, inactive, toUndo }: Seen, round: number) {
  const file = `${home}/${inactive > 0 ? 'one' : 'other'}.csv`;
  const possible = [
    ...(licensed === 0
      ? [{ args: 'add - --role Agent', input: emails(users) }]
      : [
          { args: 'remove --where role=Agent --yes' },
          { args: `edit --where role=Agent --status ${inactive > 0 ? 'active' : 'inactive'} --yes` },
          { args: `import ${file} --yes` },
        ]),
    ...(toUndo ? [{ args: 'undo --yes' }] : []),
  ];
  return { input: '', ...possible[round % possible.length]! };
}

/** A third of the kills fall anywhere, a third while the log is written, a third when success is being reported. */
async function strike(
  process: Running,
  { home, round, duration }: { home: Home; round: number; duration: number },
): Promise<void> {
  if (round % 3 === 0) await sleep(Math.random() * duration);
  if (round % 3 === 1) await written(`${home.database}-wal`, process).then(() => sleep(Math.random() * 12));
  if (round % 3 === 2) await process.says(/done/).then(() => sleep(Math.random() * 2));
  process.kill('SIGKILL');
}

/** Resolves when a file is written to, or the process is over. */
async function written(path: string, process: Running): Promise<void> {
  const size = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  while (size() === 0 && !process.ended()) await sleep(1);
}

/** What is in the database now, which also brings it in order again. */
async function look({ database }: Home, counts: KillCounts): Promise<Seen> {
  const roster = await openRoster(database);
  try {
    // The one that closes last folds the write-ahead log into the file.
    roster.write();
    return await snapshot(roster.read, async db => {
      const findings = [...(await checkFile(database)).findings, ...(await checkRecords(db)).findings];
      const [{ unsent }] = (
        await sql<{ unsent: number }>`
          select count(*) as unsent from changes join change_sets using (change_set_id)
          where action = 'add' and undoes is null and not exists (select 1 from outbox
            where outbox.change_set_id = changes.change_set_id and outbox.person_id = changes.person_id)`.execute(
          db,
        )
      ).rows as [{ unsent: number }];
      counts['additions without e-mail'] += unsent;
      for (const { message } of findings) process.stderr.write(`${message}\n`);
      counts['findings of check'] += findings.length;
      const sets = await db.selectFrom('change_sets').selectAll().orderBy('change_set_id', 'desc').execute();
      const people = await db.selectFrom('users').selectAll().orderBy('person_id').execute();
      const hash = createHash('sha256').update(JSON.stringify([sets, people]));
      for (const table of ['queue_members', 'user_skills', 'outbox', 'changes'] as const)
        hash.update(JSON.stringify(await db.selectFrom(table).selectAll().execute()));
      return {
        newest: sets[0]?.change_set_id ?? 0,
        digest: hash.digest('hex'),
        licensed: people.length,
        inactive: people.filter(user => user.user_access === 'inactive').length,
        toUndo: sets.some(set => set.users > 0 && set.kind !== 'undo' && set.undone_by === null),
      };
    });
  } finally {
    await roster.close();
  }
}

async function changed({ database }: Home, id: number): Promise<number> {
  const roster = await openRoster(database);
  try {
    const rows = await roster.read
      .selectFrom('changes')
      .select('person_id')
      .where('change_set_id', '=', id)
      .execute();
    return rows.length;
  } finally {
    await roster.close();
  }
}
