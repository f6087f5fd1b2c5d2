import type { Call } from '../shell/command.ts';
import { readCommon } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { manPage } from './man-page.ts';

/** `roster man` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  readCommon(call);
  await print(io, manPage());
  return exits.done;
}
