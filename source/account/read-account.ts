import type { AccountClient } from './client.ts';
import * as reads from './reads.ts';
import { readWhole } from './whole-list.ts';

/** How somebody belongs to a queue. */
export interface RemoteMembership {
  isAgent: boolean;
  isSupervisor: boolean;
  opted_in: boolean;
}

/** All that a pull reads, each list whole. */
export interface AccountReading {
  people: reads.RemotePerson[];
  users: reads.RemoteUser[];
  roles: reads.RemoteRole[];
  regions: reads.RemoteRegion[];
  queues: reads.RemoteQueue[];
  skills: reads.RemoteSkill[];
  /** By queue, then by user. */
  members: Map<string, Map<string, RemoteMembership>>;
  /** By skill. */
  holders: Map<string, string[]>;
}

/** Told how many rows of a kind were read, and of how many where that is known. */
export type OnRead = (what: string, done: number, total: number | null) => void;

/** Reads the account, as fast as its rate allows. Throws AccountError; then nothing is known. */
export async function readRemoteAccount(client: AccountClient, onRead: OnRead): Promise<AccountReading> {
  const roles = await readWhole(client, reads.roles);
  const regions = await readWhole(client, reads.regions);
  const queues = await readWhole(client, reads.queues);
  const skills = await readWhole(client, reads.skills);
  const people = await readWhole(client, reads.people, {
    onPage: (_, done, total) => onRead('people', done, total),
  });
  const users = await readWhole(client, reads.users, {
    onPage: (_, done, total) => onRead('users', done, total),
  });
  const members = new Map<string, Map<string, RemoteMembership>>();
  let done = 0;
  for (const { queue_id } of queues) {
    members.set(queue_id, await readMembers(client, queue_id));
    onRead('queues', ++done, queues.length);
  }
  const holders = new Map<string, string[]>();
  done = 0;
  for (const { skill_id } of skills) {
    const found = await readWhole(client, reads.skillUsers, { id: skill_id });
    holders.set(
      skill_id,
      found.map(({ user_id }) => user_id),
    );
    onRead('skills', ++done, skills.length);
  }
  return { people, users, roles, regions, queues, skills, members, holders };
}

async function readMembers(client: AccountClient, id: string): Promise<Map<string, RemoteMembership>> {
  const agents = await readWhole(client, reads.queueAgents, { id });
  const supervisors = await readWhole(client, reads.queueSupervisors, { id });
  const members = new Map<string, RemoteMembership>();
  // 0: in; 1: out, by somebody else; 2: out, by themselves.
  for (const { user_id, opt_in_out_status } of agents)
    members.set(user_id, { isAgent: true, isSupervisor: false, opted_in: !opt_in_out_status });
  for (const { user_id } of supervisors) {
    const { isAgent = false, opted_in = true } = members.get(user_id) ?? {};
    members.set(user_id, { isAgent, opted_in, isSupervisor: true });
  }
  return members;
}
