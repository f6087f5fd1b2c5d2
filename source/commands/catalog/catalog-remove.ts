import * as z from 'zod/mini';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { pushCostTexts } from '../../roster/push/push-cost.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { say } from '../shell/messages.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { changeCatalog } from './catalog-change.ts';
import { kindOf } from './catalog-kinds.ts';

const schema = z.object({ ...common, transfer: word, yes: flag, dryRun: flag, later: flag });

/** `roster queue remove`, `roster role remove` … */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const asks = !options.yes && !options.dryRun;
  if (asks && !canAsk(io))
    throw new Refusal(
      'Removing asks first, and nobody is there to answer. Say --yes, or look with --dry-run.',
      exits.usage,
    );
  const { of } = kindOf(call.name);
  const [name = ''] = call.arguments;
  const request = { action: 'remove' as const, of, name, transferTo: options.transfer ?? null };
  return await changeCatalog(io, request, options, asks ? set => confirm(io, set) : undefined);
}

async function confirm(io: Io, set: ChangeSet): Promise<boolean> {
  const { calls, notSent } = pushCostTexts(set.account);
  for (const line of [...calls, ...notSent, ...set.notices]) say(io, line);
  return await askYesNo(io, `${set.summary}?`);
}
