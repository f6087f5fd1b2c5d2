import { readEmptied, readStacks } from '../../../db/changes/undo-stacks.ts';
import { nothingToRedo } from '../../roster/undo/undo-stacks.ts';
import type { Call } from '../shell/command.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { takeBack } from './take-back.ts';

/** `roster redo` */
export async function run(call: Call): Promise<number> {
  return await takeBack(call, async ({ roster, who }) => {
    const { operator_id } = who.operator;
    const { redo } = await readStacks(roster.read, operator_id);
    if (redo !== null) return redo;
    const why = nothingToRedo(await readEmptied(roster.read, operator_id));
    throw new Refusal(`${why} See: roster history`, exits.refused, 'nothing_to_redo');
  });
}
