import { sql } from 'kysely';
import type { Db } from '../dialect.ts';
import { isUnfolded } from '../search/search-keys.ts';
import { searchSchema } from '../search/search-schema.ts';

/**
 * The first schema. Times are ISO 8601 UTC, those of users milliseconds since 1970; `*_key` columns are for comparing,
 * sorting and searching.
 */
export async function createSchema(db: Db): Promise<void> {
  for (const statement of [...statements, ...searchSchema]) await sql.raw(statement).execute(db);
}

// What has a name is never given the id of something that is gone: history tells things apart by id.
const statements = [
  `create table account (
    account_id integer primary key check (account_id = 1),
    account_name text not null,
    plan text not null,
    license_model text not null,
    created_at text not null,
    notice_subject text,
    notice_text text
  ) strict`,
  `create table license_pools (
    license_pool_id integer primary key,
    package_name text not null unique,
    total integer not null check (total >= 0),
    exceeded_since text
  ) strict`,
  `create table roles (
    role_id integer primary key autoincrement,
    role_name text not null,
    role_key text not null unique,
    built_in integer not null
  ) strict`,
  `create table role_privileges (
    role_id integer not null references roles on delete cascade,
    privilege text not null,
    primary key (role_id, privilege)
  ) strict, without rowid`,
  `create table operators (
    operator_id integer primary key autoincrement,
    operator_name text not null,
    role_id integer not null references roles,
    is_owner integer not null,
    login text unique,
    user_email_key text
  ) strict`,
  `create table regions (
    region_id integer primary key autoincrement,
    region_name text not null,
    region_key text not null unique,
    is_main integer not null
  ) strict`,
  `create table teams (team_id integer primary key autoincrement, team_name text not null, team_key text not null unique) strict`,
  `create table skills (
    skill_id integer primary key autoincrement,
    skill_name text not null,
    skill_key text not null unique,
    category text not null,
    graded integer not null
  ) strict`,
  `create table queues (
    queue_id integer primary key autoincrement,
    queue_name text not null,
    queue_key text not null unique,
    description text not null,
    channel text not null
  ) strict`,
  `create table templates (
    template_id integer primary key autoincrement,
    template_name text not null,
    template_key text not null unique,
    description text not null,
    type text not null,
    edits text not null
  ) strict`,
  // The most users that were signed in at once, by hour (UTC, such as 2026-11-23T07) and package.
  `create table signed_in_peaks (
    hour text not null,
    package_name text not null,
    peak integer not null,
    primary key (hour, package_name)
  ) strict, without rowid`,
  `create table people (
    person_id integer primary key,
    user_id text not null,
    user_email text not null,
    differing_email_key text,
    email_key text not null as (coalesce(differing_email_key, user_email)),
    first_name text not null,
    last_name text not null,
    display_name text not null,
    department text not null,
    account_status text not null,
    licensed integer not null default 0,
    name_key text not null,
    department_key text not null
  ) strict`,
  // Apart from the table, so that a first import can make it at its end.
  `create unique index people_by_email on people (email_key)`,
  // Whoever gets licenses is looked for among those without one.
  `create index unlicensed_by_name on people (name_key, person_id) where licensed = 0`,
  // The few whose e-mail is not in their search key as it is sorted.
  `create index unfolded_emails on people (person_id, email_key) where ${isUnfolded}`,
  `create table users (
    person_id integer primary key references people,
    name_rank integer not null,
    role_id integer not null references roles,
    package_name text not null,
    add_ons_plan text not null,
    user_access text not null,
    status_name text not null,
    sub_status_name text,
    display_name text,
    country_iso_code text,
    region_id integer references regions,
    client_integration text not null,
    client_integration_name text,
    concurrent_message_capacity integer,
    concurrent_email_capacity integer,
    max_agent_load integer,
    email_max_agent_load integer,
    team_id integer references teams,
    team_role text,
    added_at integer not null,
    modified_at integer not null,
    modified_by text not null,
    version integer not null
  ) strict`,
  `create table queue_members (
    person_id integer not null references users on delete cascade,
    queue_id integer not null references queues,
    user_assignment_type text not null,
    opted_in integer not null,
    primary key (person_id, queue_id)
  ) strict, without rowid`,
  `create table user_skills (
    person_id integer not null references users on delete cascade,
    skill_id integer not null references skills,
    level integer,
    primary key (person_id, skill_id)
  ) strict, without rowid`,
  `create table change_sets (
    change_set_id integer primary key,
    at text not null,
    operator_id integer not null,
    operator_name text not null,
    via text not null,
    kind text not null,
    summary text not null,
    users integer not null,
    undoes integer references change_sets,
    undone_by integer references change_sets,
    licenses text not null,
    notices text not null,
    catalog text not null
  ) strict`,
  `create index change_sets_of_operator on change_sets (operator_id, change_set_id)`,
  `create index undoing_sets on change_sets (undoes) where undoes is not null`,
  `create table changes (
    change_set_id integer not null references change_sets,
    person_id integer not null,
    user_email text not null,
    user_name text not null,
    action text not null,
    added_at text,
    fields text not null,
    primary key (change_set_id, person_id)
  ) strict, without rowid`,
  `create index changes_of_person on changes (person_id, change_set_id)`,
  `create table outbox (
    outbox_id text primary key,
    change_set_id integer not null references change_sets,
    person_id integer not null,
    user_email text not null,
    state text not null,
    attempts integer not null,
    next_at text,
    error text,
    created_at text not null,
    changed_at text not null
  ) strict, without rowid`,
  `create index outbox_by_state on outbox (state, next_at)`,
  `create index outbox_of_person on outbox (person_id, state)`,
  // Over SSH an operator is known by a key.
  `create table operator_keys (
    operator_id integer not null references operators on delete cascade,
    fingerprint text not null unique,
    type text not null,
    blob text not null,
    comment text not null,
    added_at text not null,
    primary key (operator_id, fingerprint)
  ) strict, without rowid`,
];
