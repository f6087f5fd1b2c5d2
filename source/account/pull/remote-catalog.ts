import type { Staging } from '../../../db/account/staging.ts';
import type { RemoteEntry, RemoteKind } from '../../roster/pull/pulled-catalog.ts';
import { channels, isOneOf } from '../../roster/users/vocabulary.ts';
import * as catalogReads from '../reads/catalog-reads.ts';
import { catalogList, kindsRead, type StagedAccount } from '../reads/read-account.ts';

/** The catalog of the account in our words, of the kinds that were read; templates name others, and come after them. */
export async function remoteEntries(account: StagedAccount): Promise<RemoteEntry[]> {
  const entries: RemoteEntry[] = [];
  for (const kind of await kindsRead(account))
    if (kind !== 'template') entries.push(...(await entriesOf[kind](account.staging)));
  return entries;
}

/** What was staged of a kind, in our words. */
export const entriesOf: Record<
  Exclude<RemoteKind, 'template'>,
  (staging: Staging) => Promise<RemoteEntry[]>
> = {
  role: async staging =>
    (await catalogList(staging, catalogReads.roles)).map(({ role_id, role_name }) => ({
      ...{ of: 'role', remote_id: role_id },
      record: { role_name },
    })),
  region: async staging =>
    (await catalogList(staging, catalogReads.regions)).map(({ region_id, region_name, is_main_region }) => ({
      ...{ of: 'region', remote_id: region_id },
      record: { region_name, ...(is_main_region != null && { is_main: is_main_region }) },
    })),
  queue: async staging =>
    (await catalogList(staging, catalogReads.queues)).map(({ queue_id, queue_name, channel }) => ({
      ...{ of: 'queue', remote_id: queue_id },
      record: { queue_name, ...(channel && isOneOf(channels, channel) && { channel }) },
    })),
  skill: async staging =>
    (await catalogList(staging, catalogReads.skills)).map(
      ({ skill_id, skill_name, skill_type, skill_category_name }) => ({
        ...{ of: 'skill', remote_id: skill_id },
        record: {
          skill_name,
          ...(skill_category_name && { category: skill_category_name }),
          ...(skill_type && { graded: skill_type === 'proficiency' }),
        },
      }),
    ),
  team: async staging =>
    (await catalogList(staging, catalogReads.teams)).map(({ team_id, team_name }) => ({
      ...{ of: 'team', remote_id: team_id },
      record: { team_name },
    })),
};
