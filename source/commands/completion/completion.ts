import type { Call } from '../shell/command.ts';
import { readCommon } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { completionScripts } from './completion-scripts.ts';

/** `roster completion` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  readCommon(call);
  const shell = (call.arguments[0] ?? '') as keyof typeof completionScripts;
  await print(io, completionScripts[shell]);
  return exits.done;
}
