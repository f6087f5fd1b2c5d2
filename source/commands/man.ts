import type { Call } from './command.ts';
import { manPage } from './man-page.ts';
import { readCommon } from './options.ts';
import { exits } from './refusal.ts';
import { print } from './stdout.ts';

/** `roster man` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  readCommon(call);
  await print(io, manPage());
  return exits.done;
}
