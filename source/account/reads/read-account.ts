import {
  addRows,
  beginList,
  endList,
  isStaged,
  type StagedRow,
  type Staging,
  stagedParts,
  stagedRows,
} from '../../../db/account/staging.ts';
import { type RemoteKind, remoteKinds } from '../../roster/pull/pulled-catalog.ts';
import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import * as catalogReads from './catalog-reads.ts';
import type { ListRead } from './list-read.ts';
import * as reads from './reads.ts';
import { stageList } from './stage-list.ts';

/** How much of the account is read: who the users are is asked often, all else less so. */
export type Ring = 'users' | 'everything';

/** What was read: a ring, or some users one by one, of whom answers tell other fields than lists do. */
export type Read = Ring | 'some users';

/** In which list what of the catalog stands. */
const listOf: Readonly<Record<RemoteKind, { path: string }>> = {
  role: catalogReads.roles,
  region: catalogReads.regions,
  queue: catalogReads.queues,
  skill: catalogReads.skills,
  team: catalogReads.teams,
  template: catalogReads.templates,
};

/** What of the catalog was read: not all accounts have all of it. */
export async function kindsRead({ staging }: StagedAccount): Promise<RemoteKind[]> {
  const isRead = await Promise.all(
    remoteKinds.map(kind => isStaged(staging, { list: listOf[kind].path, of: '' })),
  );
  return remoteKinds.filter((_, index) => isRead[index]);
}

/** What was read of the account, list by list. */
export interface StagedAccount {
  staging: Staging;
  ring: Read;
}

/** Told how many rows of a kind were read, and of how many where that is known. */
export type OnRead = (what: string, done: number, total: number | null) => void;

/** Stages what a ring reads, as fast as the account's rate allows. Throws AccountError; then nothing is known. */
export async function readAccount(
  client: AccountClient,
  { staging, ring }: StagedAccount,
  onRead: OnRead,
): Promise<void> {
  await stageList(client, staging, catalogReads.roles);
  await stageList(client, staging, catalogReads.regions);
  if (ring === 'everything') {
    await stageList(client, staging, catalogReads.queues);
    await stageList(client, staging, catalogReads.skills);
    const onPeople = (done: number, total: number | null) => onRead('people', done, total);
    await stageList(client, staging, reads.people, { onPage: onPeople });
    await stageList(client, staging, reads.inactivePeople, { onPage: onPeople });
  }
  const onUsers = (done: number, total: number | null) => onRead('users', done, total);
  await stageList(client, staging, reads.users, { onPage: onUsers });
  if (ring !== 'everything') return;
  const queues = await catalogList(staging, catalogReads.queues);
  for (const [index, { queue_id: of }] of queues.entries()) {
    await stageList(client, staging, reads.queueAgents, { of });
    await stageList(client, staging, reads.queueSupervisors, { of });
    onRead('queues', index + 1, queues.length);
  }
  const skills = await catalogList(staging, catalogReads.skills);
  for (const [index, { skill_id: of }] of skills.entries()) {
    await stageList(client, staging, reads.skillUsers, { of });
    onRead('skills', index + 1, skills.length);
  }
  await stageIfThere(client, staging, catalogReads.statuses);
  await stageIfThere(client, staging, catalogReads.teams, async of => {
    await stageList(client, staging, catalogReads.teamAgents, { of });
    await stageList(client, staging, catalogReads.teamSupervisors, { of });
  });
  await stageIfThere(client, staging, catalogReads.templates, async of => {
    const key = { list: catalogReads.template.path, of };
    if (await isStaged(staging, key)) return;
    const row = JSON.stringify(await client.read(catalogReads.template, { id: of }));
    await beginList(staging, key);
    await addRows(staging, key, [{ row_id: of, row }]);
    await endList(staging, key);
  });
}

const lacking = new Set(['not_found', 'refused', 'scope_missing']);

/** Stages a list and, by `each`, what is read of each of its rows; nothing of it where the account does not have that. */
async function stageIfThere(
  client: AccountClient,
  staging: Staging,
  list: ListRead<unknown>,
  each?: (id: string) => Promise<void>,
): Promise<void> {
  try {
    await stageList(client, staging, list);
    if (!each) return;
    for await (const part of stagedParts(staging, list.path, 500))
      for (const { row_id } of part) await each(row_id);
  } catch (error) {
    if (!(error instanceof AccountError) || !lacking.has(error.code)) throw error;
    await beginList(staging, { list: list.path, of: '' });
  }
}

/** A short list as it was staged. */
export async function catalogList<Row>(
  staging: Staging,
  { path }: Pick<ListRead<Row>, 'path' | 'idOf'>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of stagedParts(staging, path, 500)) rows.push(...part.map(parsedRow<Row>));
  return rows;
}

/** The reasons for Not Ready that the account offers; none where they were not read. */
export async function notReadyReasons({ staging, ring }: StagedAccount): Promise<string[]> {
  if (ring !== 'everything') return [];
  const isReason = ({ status_category, enable }: catalogReads.RemoteStatus) =>
    status_category === 'queue_opt_out_and_not_ready_status' && enable !== false;
  return (await catalogList(staging, catalogReads.statuses))
    .filter(isReason)
    .map(({ status_name }) => status_name);
}

/** How somebody belongs to a queue. */
export interface RemoteMembership {
  queue_id: string;
  isAgent: boolean;
  isSupervisor: boolean;
  opted_in: boolean;
}

/** A user as the account has them; null: what was not read. */
export interface RemoteProfile {
  user: reads.RemoteUser;
  memberships: RemoteMembership[] | null;
  /** Ids of skills; lists do not say at what level. */
  skills: string[] | null;
  /** Undefined: teams were not read. */
  team?: { team_id: string; isAgent: boolean; isSupervisor: boolean } | null;
}

/** Whoever of these users is in the list of the account. */
export async function stagedProfiles(
  { staging, ring }: StagedAccount,
  ids: readonly string[],
): Promise<RemoteProfile[]> {
  const users = (await stagedRows(staging, reads.users.path, ids)).map(parsedRow<reads.RemoteUser>);
  if (ring !== 'everything') return users.map(user => ({ user, memberships: null, skills: null }));
  const agents = await stagedRows(staging, reads.queueAgents.path, ids);
  const supervisors = await stagedRows(staging, reads.queueSupervisors.path, ids);
  const held = Map.groupBy(await stagedRows(staging, reads.skillUsers.path, ids), ({ row_id }) => row_id);
  const memberships = membershipsOf(agents, supervisors);
  const teams = (await isStaged(staging, { list: catalogReads.teams.path, of: '' }))
    ? await teamsOf(staging, ids)
    : null;
  return users.map(user => ({
    user,
    memberships: memberships.get(user.user_id) ?? [],
    skills: (held.get(user.user_id) ?? []).map(({ of }) => of),
    ...(teams && { team: teams.get(user.user_id) ?? null }),
  }));
}

/** Nobody is in two teams (domain: team). */
async function teamsOf(
  staging: Staging,
  ids: readonly string[],
): Promise<Map<string, NonNullable<RemoteProfile['team']>>> {
  const agents = await stagedRows(staging, catalogReads.teamAgents.path, ids);
  const supervisors = await stagedRows(staging, catalogReads.teamSupervisors.path, ids);
  const has = (rows: readonly StagedRow[], user_id: string, team: string) =>
    rows.some(({ row_id, of }) => row_id === user_id && of === team);
  return new Map(
    [...agents, ...supervisors].map(({ row_id, of }) => [
      row_id,
      { team_id: of, isAgent: has(agents, row_id, of), isSupervisor: has(supervisors, row_id, of) },
    ]),
  );
}

function membershipsOf(
  agents: readonly StagedRow[],
  supervisors: readonly StagedRow[],
): Map<string, RemoteMembership[]> {
  const members = Map.groupBy([...agents, ...supervisors], ({ row_id }) => row_id);
  // 0: in; 1: out, by somebody else; 2: out, by themselves.
  const isIn = ({ row }: StagedRow) => !(JSON.parse(row) as reads.RemoteMember).opt_in_out_status;
  const isSupervisor = new Set(supervisors);
  const memberships = (rows: readonly StagedRow[]) =>
    [...Map.groupBy(rows, ({ of }) => of)].map(([queue_id, both]): RemoteMembership => {
      const agent = both.find(row => !isSupervisor.has(row));
      return {
        queue_id,
        isAgent: agent !== undefined,
        isSupervisor: both.some(row => isSupervisor.has(row)),
        opted_in: agent === undefined || isIn(agent),
      };
    });
  return new Map([...members].map(([user_id, rows]) => [user_id, memberships(rows)]));
}

function parsedRow<Row>({ row }: { row: string }): Row {
  return JSON.parse(row) as Row;
}
