import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { listedByPackage, listedByStatus } from '../search/search-keys.ts';
import { copyBeside } from './copy-beside.ts';
import { migrateRules } from './migrate-2-rules.ts';
import { migrateSummaries } from './migrate-2-summaries.ts';
import { migrateUndo } from './migrate-2-undo.ts';
import { createSchema } from './schema.ts';

/** Entry n brings a database from version n to n + 1. Entries are never changed once released. */
const migrations: ((db: Db) => Promise<void>)[] = [
  createSchema,
  async db => {
    await migrateUndo(db);
    await addDirectoryIds(db);
    await migrateSummaries(db);
    await migrateRules(db);
    await migratePackages(db);
  },
  addAccountLink,
  addReadings,
  addAccountSettings,
  addPushes,
];

export const schemaVersion = migrations.length;

/**
 * Brings the database to `schemaVersion`, in one transaction with the version's own number. What holds
 * data is copied beside itself first. Returns the copy's path, or null where none was needed.
 */
export async function migrate(db: Db, path: string): Promise<string | null> {
  const before = await userVersion(db);
  if (before >= schemaVersion) return null;
  const copy = before === 0 ? null : await copyBeside(path, `${path}.version-${before}`);
  await migrateTo(db, schemaVersion);
  return copy;
}

/** Brings the database to this version without a copy of it: for one that is just being made. */
export async function migrateTo(db: Db, wanted: number): Promise<void> {
  await db.transaction().execute(async trx => {
    // Another process may have migrated while this one waited for the lock.
    let version = await userVersion(trx);
    for (; version < wanted; version++) await migrations[version]!(trx);
    await sql.raw(`pragma user_version = ${version}`).execute(trx);
  });
}

export async function userVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/** Part of version 2: who has which package, in the order of names; who has the usual one is read from everybody. */
async function migratePackages(db: Db): Promise<void> {
  await sql
    .raw(`create index users_by_package on users (package_name, name_rank) where ${listedByPackage}`)
    .execute(db);
}

/**
 * The ids by which directories know people, whatever their address is (domain rule 10). `kind` is `guid`, or the
 * folded name of the column that it came in: ids of different kinds say nothing of each other, and somebody may have several.
 */
async function addDirectoryIds(db: Db): Promise<void> {
  await sql`create table directory_ids (
    kind text not null,
    directory_id text not null,
    person_id integer not null references people,
    primary key (kind, directory_id)
  ) strict, without rowid`.execute(db);
  await sql`create index directory_ids_of_person on directory_ids (person_id)`.execute(db);
}

/** The vendor's account that a roster is connected to, and what it said last. */
async function addAccountLink(db: Db): Promise<void> {
  await sql`create table account_link (
    account_link_id integer primary key check (account_link_id = 1),
    remote_account_id text not null,
    connected_at text not null,
    connected_by text not null,
    read_at text,
    first_set_id integer references change_sets
  ) strict`.execute(db);
  await sql`create table remote_ids (
    kind text not null,
    remote_id text not null,
    local_id integer not null,
    primary key (kind, remote_id)
  ) strict, without rowid`.execute(db);
  await sql`create table account_base (
    person_id integer primary key references people,
    settings text not null
  ) strict`.execute(db);
}

/** What of the account was read when, so that only what is new is looked at, and since when it can't be. */
async function addReadings(db: Db): Promise<void> {
  for (const column of [
    'memberships_read_at text',
    'first_levels_set_id integer references change_sets',
    'levels_asked_at text',
    'failing_since text',
    'failure text',
  ])
    await sql.raw(`alter table account_link add column ${column}`).execute(db);
  for (const column of [
    'profile_digest text',
    'memberships_digest text',
    'clashes text',
    'levels_due integer not null default 0',
  ])
    await sql.raw(`alter table account_base add column ${column}`).execute(db);
  await sql`create index account_base_levels_due on account_base (person_id) where levels_due = 1`.execute(
    db,
  );
  await sql`alter table account add column rate_share real not null default 0.5`.execute(db);
}

/**
 * Settings that came after the first schema. Columns at the end of a row cost nothing where it was written before them, and a
 * byte each where there is nothing in them.
 */
async function addAccountSettings(db: Db): Promise<void> {
  await sql`alter table users add column multi_channel_engagements integer`.execute(db);
  await sql`alter table users add column at_account text`.execute(db);
  // What the account said of these was not taken yet.
  await sql`update account_base set profile_digest = null`.execute(db);
  await sql`create table account_words (
    list text not null,
    word text not null,
    primary key (list, word)
  ) strict, without rowid`.execute(db);
}

/** What is to be sent into the account: for each change set its calls, and what became of them. */
async function addPushes(db: Db): Promise<void> {
  await sql`create table pushes (
    change_set_id integer primary key references change_sets,
    state text not null,
    changed_at text not null,
    refused_set_id integer references change_sets
  ) strict`.execute(db);
  await sql`create index waiting_pushes on pushes (change_set_id) where state = 'waiting'`.execute(db);
  // No number comes twice: whoever has one of a step that is gone finds none.
  await sql`create table push_steps (
    push_step_id integer primary key autoincrement,
    change_set_id integer not null references pushes,
    operation text not null,
    step text not null,
    state text not null,
    changed_at text not null
  ) strict`.execute(db);
  await sql`create index push_steps_of_set on push_steps (change_set_id, state, push_step_id)`.execute(db);
  await sql`create table push_refusals (
    push_refusal_id integer primary key,
    change_set_id integer not null references pushes,
    person_id integer,
    kind text,
    local_id integer,
    operation text not null,
    state text not null,
    fields text not null,
    code integer,
    reason text not null
  ) strict`.execute(db);
  await sql`create index push_refusals_of_set on push_refusals (change_set_id, person_id)`.execute(db);
  // Each page of the roster asks whom of its people the account refused last.
  await sql`create index push_refusals_of_person on push_refusals (person_id, change_set_id)`.execute(db);
  // What the account said last of a queue, role …, as JSON.
  await sql`alter table remote_ids add column record text`.execute(db);
  // By which id it knows who is a user there: whoever was made again has had several.
  await sql`alter table account_base add column remote_id text`.execute(db);
  await sql`update account_base set remote_id = (
    select max(directory_id) from directory_ids as ids
    where ids.person_id = account_base.person_id and kind = 'userid'
  )`.execute(db);
  // Clashes are kept with what the account says from now on.
  await sql`update account_base set clashes = null, profile_digest = null, memberships_digest = null
    where clashes is not null`.execute(db);
  await sql`alter table account_link add column probed text`.execute(db);
  await sql`alter table account add column notices text not null default 'zoom'`.execute(db);
  // Who left and holds a license is looked for among few.
  await sql
    .raw(`create index licensed_by_status on people (account_status) where ${listedByStatus}`)
    .execute(db);
}
