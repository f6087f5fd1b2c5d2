import { readEmptied, readStacks } from '../../db/undo-stacks.ts';
import { nothingToRedo } from '../roster/undo-stacks.ts';
import type { Call } from './command.ts';
import { exits, Refusal } from './refusal.ts';
import { takeBack } from './take-back.ts';

/** `roster redo` */
export async function run(call: Call): Promise<number> {
  return await takeBack(call, async ({ roster, who }) => {
    const stacks = await readStacks(roster.read, who.operator.operator_id);
    if (stacks.redo !== null) return stacks.redo;
    const why = nothingToRedo(await readEmptied(roster.read, stacks));
    throw new Refusal(`${why} See: roster history`, exits.refused, 'nothing_to_redo');
  });
}
