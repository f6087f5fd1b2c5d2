import { newestToRedo } from '../../db/change-sets.ts';
import type { Call } from './command.ts';
import { exits, Refusal } from './refusal.ts';
import { takeBack } from './take-back.ts';

/** `roster redo` */
export async function run(call: Call): Promise<number> {
  return await takeBack(call, async ({ roster, who }) => {
    const newest = await newestToRedo(roster.read, who.operator.operator_id);
    if (newest === null)
      throw new Refusal(
        'Nothing to redo: no undo of yours is in force. See: roster history',
        exits.refused,
        'nothing_to_redo',
      );
    return newest;
  });
}
