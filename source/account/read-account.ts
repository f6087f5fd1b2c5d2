import { type StagedRow, type Staging, stagedParts, stagedRows } from '../../db/account/staging.ts';
import { type RemoteKind, remoteKinds } from '../roster/pull/pulled-catalog.ts';
import type { AccountClient } from './client.ts';
import * as reads from './reads.ts';
import { stageList } from './stage-list.ts';

/** How much of the account is read: who the users are is asked often, all else less so. */
export type Ring = 'users' | 'everything';

/** What each ring reads of the catalog. */
export const kindsOf: Readonly<Record<Ring, readonly RemoteKind[]>> = {
  users: ['role', 'region'],
  everything: remoteKinds,
};

/** What was read of the account, list by list. */
export interface StagedAccount {
  staging: Staging;
  ring: Ring;
}

/** Told how many rows of a kind were read, and of how many where that is known. */
export type OnRead = (what: string, done: number, total: number | null) => void;

/** Stages what a ring reads, as fast as the account's rate allows. Throws AccountError; then nothing is known. */
export async function readAccount(
  client: AccountClient,
  { staging, ring }: StagedAccount,
  onRead: OnRead,
): Promise<void> {
  await stageList(client, staging, reads.roles);
  await stageList(client, staging, reads.regions);
  if (ring === 'everything') {
    await stageList(client, staging, reads.queues);
    await stageList(client, staging, reads.skills);
    const onPeople = (done: number, total: number | null) => onRead('people', done, total);
    await stageList(client, staging, reads.people, { onPage: onPeople });
  }
  const onUsers = (done: number, total: number | null) => onRead('users', done, total);
  await stageList(client, staging, reads.users, { onPage: onUsers });
  if (ring !== 'everything') return;
  const queues = await catalogList(staging, reads.queues);
  for (const [index, { queue_id: of }] of queues.entries()) {
    await stageList(client, staging, reads.queueAgents, { of });
    await stageList(client, staging, reads.queueSupervisors, { of });
    onRead('queues', index + 1, queues.length);
  }
  const skills = await catalogList(staging, reads.skills);
  for (const [index, { skill_id: of }] of skills.entries()) {
    await stageList(client, staging, reads.skillUsers, { of });
    onRead('skills', index + 1, skills.length);
  }
}

/** A short list as it was staged. */
export async function catalogList<Row>(staging: Staging, { path }: reads.ListRead<Row>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const part of stagedParts(staging, path, 500)) rows.push(...part.map(parsedRow<Row>));
  return rows;
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
  return users.map(user => ({
    user,
    memberships: memberships.get(user.user_id) ?? [],
    skills: (held.get(user.user_id) ?? []).map(({ of }) => of),
  }));
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
