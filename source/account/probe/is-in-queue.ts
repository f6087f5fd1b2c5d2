import { stageInMemory } from '../../../db/account/staging.ts';
import { AccountError } from '../client/account-error.ts';
import type { AccountClient } from '../client/client.ts';
import * as reads from '../reads/reads.ts';
import { stageList } from '../reads/stage-list.ts';

/** Whether somebody is an agent of a queue; nobody is of one that is gone. Throws AccountError. */
export async function isInQueue(
  { client }: { client: AccountClient },
  queue_id: string,
  user_id: string,
): Promise<boolean> {
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, reads.queueAgents, { of: queue_id });
    const rows = await staging.selectFrom('rows').select('row_id').where('row_id', '=', user_id).execute();
    return rows.length > 0;
  } catch (error) {
    if (error instanceof AccountError && error.code === 'not_found') return false;
    throw error;
  } finally {
    await staging.destroy();
  }
}
