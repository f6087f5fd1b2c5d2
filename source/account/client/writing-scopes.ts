import { operations, type Write } from '../../roster/push/operations.ts';
import type { PushStep } from '../../roster/push/step.ts';
import { AccountError } from './account-error.ts';
import type { AccountClient, Sent } from './client.ts';
import { writeNow } from './write-now.ts';

/** Stands for a user and for any thing that there is not. */
const none = 'none';

/**
 * What is sent to find out whether the app may change something: always of somebody or something that there is not, so that nothing can
 * come of it. What makes something new is not tried: no such call is harmless.
 */
const harmless: Partial<Record<PushStep['operation'], Sent>> = {
  updateRegion: { id: none, body: { region_name: none } },
  deleteRegion: { id: none, query: { move_users_to_region_id: none } },
  updateRole: { id: none, body: { role_name: none } },
  deleteRole: { id: none, query: { transfer_role_id: none } },
  updateQueue: { id: none, body: { queue_name: none } },
  deleteQueue: { id: none },
  updateSkill: { id: none, body: { skill_name: none } },
  deleteSkill: { id: none },
  updateTeam: { id: none, body: { team_name: none } },
  deleteTeam: { id: none },
  assignTeamAgents: { id: none, body: { user_ids: [none] } },
  batchUpdateUsers: { body: { users: [{ user_id: none, country_iso_code: 'US' }] } },
  updateUser: { user: none, body: { country_iso_code: 'US' } },
  batchUpdateStatus: { body: { users: [{ user_id: none, status_id: '0' }] } },
  batchDeleteUsers: { query: { user_ids: none } },
  assignRegionUsers: { id: none, body: { user_ids: [none] } },
  assignQueueAgents: { id: none, body: { user_ids: [none] } },
  assignQueueSupervisors: { id: none, body: { user_ids: [none] } },
  deleteQueueAgent: { id: none, user: none },
  updateQueueAgent: { id: none, user: none, body: { opt_in_out_status: 0 } },
  optInOutQueues: { user: none, body: { opt_in_out_status: 0, queue_ids: [none] } },
  assignSkills: { user: none, body: { skills: [{ skill_id: none }] } },
  deleteUserSkill: { user: none, id: none },
};

export interface WritingScope {
  scope: string;
  /** What it is for: titles of operations. */
  titles: string[];
  /** How it is tried; null: it is not. */
  trial: { write: Write; sent: Sent } | null;
}

/** What an app needs that may send all that a roster sends. */
export const writingScopes: readonly WritingScope[] = [
  ...Map.groupBy(Object.entries(operations) as [PushStep['operation'], Write][], ([, { scope }]) => scope),
].map(([scope, some]) => {
  const [tried] = some.flatMap(([name, write]) => {
    const sent = harmless[name];
    return sent ? [{ write, sent }] : [];
  });
  return { scope, titles: some.map(([, { title }]) => title), trial: tried ?? null };
});

/**
 * Tries what can be tried without harm, and returns what the app lacks of it. `onTried` hears how many were tried. Throws AccountError
 * where nothing can be asked.
 */
export async function lackingWritingScopes(
  asking: { client: AccountClient; signal: AbortSignal },
  onTried: (tried: number, of: number) => void,
): Promise<WritingScope[]> {
  const lacking: WritingScope[] = [];
  const tried = writingScopes.flatMap(scope => (scope.trial ? [{ scope, trial: scope.trial }] : []));
  for (const [index, { scope, trial }] of tried.entries()) {
    if (!(await mayWrite(asking, trial))) lacking.push(scope);
    onTried(index + 1, tried.length);
  }
  return lacking;
}

async function mayWrite(
  asking: { client: AccountClient; signal: AbortSignal },
  { write, sent }: NonNullable<WritingScope['trial']>,
): Promise<boolean> {
  try {
    await writeNow(asking, write, sent);
    return true;
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    if (error.code === 'scope_missing') return false;
    // Some servers fail at what there is not: then they had let it in.
    if (error.code === 'unreachable') return true;
    throw error;
  }
}
