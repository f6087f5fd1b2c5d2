import { sql } from 'kysely';
import { number } from '../../../source/roster/text/words.ts';
import { undoneBy } from '../../history/undone-parts.ts';
import type { Db } from '../dialect.ts';
import { findingsAtMost, type OnChecking } from './check.ts';

const pageSize = 5_000;

/** Change sets that hold another number of changes than they say, or are undone by nothing; as sentences. */
export async function brokenSets(db: Db): Promise<string[]> {
  const undone = await sql<{ id: number; by: number }>`
    select change_set_id as id, undone_by as "by" from change_sets as undone
    where undone_by is not null
      and not exists (select 1 from change_sets where change_set_id = undone.undone_by and undoes = undone.change_set_id)
    limit ${findingsAtMost}`.execute(db);
  const undoing = await sql<{ id: number; undoes: number }>`
    select undoing.change_set_id as id, undoing.undoes from change_sets as undoing
    join change_sets as undone on undone.change_set_id = undoing.undoes
    where undoing.undone_by is null and undone.undone_by is null and undoing.partial is null`.execute(db);
  const unmarked: string[] = [];
  for (const { id, undoes } of undoing.rows) {
    if (unmarked.length >= findingsAtMost) break;
    // A part of it may be in force again.
    if ((await undoneBy(db, undoes)) === null) continue;
    unmarked.push(`Change set ${id} undoes change set ${undoes}, which is not undone.`);
  }
  return [
    ...undone.rows.map(
      ({ id, by }) => `Change set ${id} is undone by change set ${by}, which does not undo it.`,
    ),
    ...unmarked,
    ...(await incompleteSets(db)),
  ];
}

/** A made-up account of very many users keeps nothing of what its first imports did; all other sets keep all of it. */
async function incompleteSets(db: Db): Promise<string[]> {
  const wrong: string[] = [];
  for (let after = 0; wrong.length < findingsAtMost; ) {
    const sets = await db
      .selectFrom('change_sets')
      .select(eb => [
        'change_set_id as id',
        'users',
        eb
          .selectFrom('changes')
          .whereRef('changes.change_set_id', '=', 'change_sets.change_set_id')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .as('kept'),
      ])
      .where('change_set_id', '>', after)
      .orderBy('change_set_id')
      .limit(pageSize)
      .execute();
    const last = sets.at(-1);
    if (!last) break;
    for (const { id, users, kept } of sets)
      if (kept && kept !== users)
        wrong.push(
          `Change set ${id} changed ${number(users)} users, and ${number(kept)} of them are in history.`,
        );
    after = last.id;
  }
  return wrong;
}

/** Users of whom the change set that they say was their last knows nothing, as sentences. */
export async function usersOutOfHistory(db: Db, onChecking: OnChecking): Promise<string[]> {
  const wrong: string[] = [];
  const keeps = rememberingWhatKeeps(db);
  for (let after = 0, looked = 0; wrong.length < findingsAtMost; ) {
    const rows = await usersWithLastChange(db, after);
    const last = rows.at(-1);
    if (!last) break;
    for (const { email, version, set, action } of rows) {
      if (set === null) wrong.push(`${email} was last written by change set ${version}, which is not there.`);
      else if (action === null && (await keeps(version)))
        wrong.push(`${email} was last written by change set ${version}, and it knows nothing of them.`);
    }
    after = last.person_id;
    looked += rows.length;
    onChecking(`${number(looked)} users`);
  }
  return wrong;
}

async function usersWithLastChange(db: Db, after: number) {
  return await db
    .selectFrom('users')
    .innerJoin('people', 'people.person_id', 'users.person_id')
    .leftJoin('change_sets', 'change_sets.change_set_id', 'users.version')
    .leftJoin('changes', join =>
      join
        .onRef('changes.change_set_id', '=', 'users.version')
        .onRef('changes.person_id', '=', 'users.person_id'),
    )
    .select(['users.person_id', 'people.user_email as email', 'users.version'])
    .select(['change_sets.change_set_id as set', 'changes.action'])
    .where('users.person_id', '>', after)
    .orderBy('users.person_id')
    .limit(pageSize)
    .execute();
}

const rememberedSets = 10_000;

/** Whether a change set keeps what it did to each user. */
function rememberingWhatKeeps(db: Db): (id: number) => Promise<boolean> {
  const known = new Map<number, boolean>();
  return async id => {
    const answer = known.get(id);
    if (answer !== undefined) return answer;
    const any = await db
      .selectFrom('changes')
      .select('person_id')
      .where('change_set_id', '=', id)
      .limit(1)
      .execute();
    if (known.size >= rememberedSets) known.clear();
    known.set(id, any.length > 0);
    return any.length > 0;
  };
}
