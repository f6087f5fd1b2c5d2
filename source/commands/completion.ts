import type { Call } from './command.ts';
import { completionScripts } from './completion-scripts.ts';
import { readCommon } from './options.ts';
import { exits } from './refusal.ts';
import { print } from './stdout.ts';

/** `roster completion` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  readCommon(call);
  const shell = (call.arguments[0] ?? '') as keyof typeof completionScripts;
  await print(io, completionScripts[shell]);
  return exits.done;
}
