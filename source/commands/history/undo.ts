import { readStacks } from '../../../db/changes/undo-stacks.ts';
import type { Call } from '../shell/command.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { takeBack } from './take-back.ts';

/** `roster undo` */
export async function run(call: Call): Promise<number> {
  const [id] = call.arguments;
  if (id !== undefined && !/^[1-9]\d{0,14}$/.test(id))
    throw new Refusal(`A change set is named by its number, not "${id}". See: roster history`, exits.usage);
  return await takeBack(call, async ({ roster, who }) => {
    if (id !== undefined) return Number(id);
    const { undo } = await readStacks(roster.read, who.operator.operator_id);
    if (undo === null)
      throw new Refusal(
        'Nothing to undo: no change of yours is in force. See: roster history',
        exits.refused,
        'nothing_to_undo',
      );
    return undo;
  });
}
