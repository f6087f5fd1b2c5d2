import type { Call } from './command.ts';
import { confine } from './confine.ts';
import type { Io } from './io.ts';
import { say } from './messages.ts';
import { type Common, readCommon } from './options.ts';
import { isPlain } from './plain.ts';
import { exits } from './refusal.ts';
import { type Work, withRoster } from './with-roster.ts';

/** `roster` alone: the screen. */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  confine({ name: 'roster' }, call);
  const options = readCommon(call);
  if (!hasScreen(io, options)) return refuseScreen(io);
  const show = (work: Work) => open(work, true);
  return await withRoster(io, options, 'UserManagement:Read', show, { onScreen: true });
}

/** Opens the screen on a roster; `remember` says whether search, filters and columns are kept for the next time. */
export async function open(work: Work, remember: boolean): Promise<number> {
  const { openScreen } = await import('./open-screen.ts');
  return await openScreen(work, { remember });
}

/** Whether there is a terminal for a full screen, and it is wanted. */
export function hasScreen(io: Io, options: Common): boolean {
  return !isPlain(io, options) && io.stdin.isTTY === true && io.stdout.isTTY === true;
}

/** Names the commands that do what the screen does; wrong usage. */
export function refuseScreen(io: Io): number {
  const lines = [
    'The screen needs a terminal. These do the same:',
    '  roster list, roster show EMAIL           look, search, filter, sort',
    '  roster add, roster edit, roster remove   change users; --dry-run shows it first',
    '  roster undo, roster redo                 take back, do again',
    '  roster history                           what was changed, and by whom',
    '  roster account --usage                   licenses and usage',
    '  roster import, roster export             CSV files',
    'Help: roster --help',
  ];
  for (const line of lines) say(io, line);
  return exits.usage;
}
