import { dropFromBases } from '../../../db/account/holders.ts';
import { deleteRemoteIds, keepRemoteIds, readRemoteIds } from '../../../db/account/remote-things.ts';
import { stageInMemory } from '../../../db/account/staging.ts';
import { nameOf } from '../../roster/catalog/catalog-records.ts';
import type { CatalogRecord } from '../../roster/plan/change-set.ts';
import { type PushedKind, type ThingStep, thingOf } from '../../roster/push/step.ts';
import { fold } from '../../roster/text/fold.ts';
import { entriesOf } from '../pull/remote-catalog.ts';
import * as catalogReads from '../reads/catalog-reads.ts';
import type { ListRead } from '../reads/list-read.ts';
import { stageList } from '../reads/stage-list.ts';
import { inTransaction, type Pushing } from './pushing.ts';

const listOf: Readonly<Record<PushedKind, ListRead<never>>> = {
  region: catalogReads.regions as ListRead<never>,
  role: catalogReads.roles as ListRead<never>,
  queue: catalogReads.queues as ListRead<never>,
  skill: catalogReads.skills as ListRead<never>,
  team: catalogReads.teams as ListRead<never>,
};

/**
 * Reads whether the account has what a step makes, changes or removes, and keeps that; whether it is as the step wants. What has the
 * name of something new, and no number here, is that.
 */
export async function readThingBack({ roster, client, naming }: Pushing, step: ThingStep): Promise<boolean> {
  const { of, does } = thingOf(step);
  const { thing_id: id, values } = step;
  const names = await naming.of(step);
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, listOf[of]);
    const entries = await entriesOf[of](staging);
    const known = (await readRemoteIds(roster.read)).get(of) ?? new Map<string, number>();
    const nameless = entries.filter(({ remote_id }) => !known.has(remote_id));
    const entry =
      entries.find(({ remote_id }) => known.get(remote_id) === id) ??
      (does === 'create'
        ? nameless.find(
            ({ record }) => fold(nameOf(of, record as CatalogRecord)) === fold(nameOf(of, values)),
          )
        : undefined);
    const record = entry?.record as CatalogRecord | undefined;
    await inTransaction(roster, async trx => {
      if (entry && record) await keepRemoteIds(trx, [{ of, remote_id: entry.remote_id, id, record }]);
      else if (does !== 'create') {
        await deleteRemoteIds(trx, [{ of, id }]);
        await dropFromBases(trx, { of, id }, names.instead(of, id));
      }
    });
    if (does === 'delete') return !entry;
    return (
      record !== undefined &&
      Object.entries(values).every(([key, value]) => !(key in record) || record[key] === value)
    );
  } finally {
    await staging.destroy();
  }
}
