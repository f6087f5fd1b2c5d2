import * as z from 'zod/mini';
import { readQueues, readRoles } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { View } from '../../roster/screen/view.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import type { Reference } from '../../roster/users/user.ts';
import { packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import { type Call, optionKey } from '../shell/command.ts';
import { confine } from '../shell/confine.ts';
import type { Io } from '../shell/io.ts';
import { say } from '../shell/messages.ts';
import { type Common, choice, common, readOptions, word } from '../shell/options.ts';
import { isPlain } from '../shell/plain.ts';
import { exits } from '../shell/refusal.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { find, readSort } from '../users/filters.ts';
import { screenOptions } from '../users/list-options.ts';

const schema = z.object({
  ...common,
  search: word,
  queue: word,
  status: choice(userAccesses),
  role: word,
  package: choice(packageNames),
  sort: word,
});
type Options = z.infer<typeof schema>;

/** `roster` without a command: the screen. */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  confine({ name: 'roster' }, call);
  const options = readOptions(schema, call);
  const sort = options.sort === undefined ? {} : { sort: readSort(options.sort) };
  if (!hasScreen(io, options)) return refuseScreen(io, call.options);
  const show = async (work: Work) =>
    open(work, { remember: true, begin: { ...sort, ...(await filtersOf(work.roster.read, options)) } });
  return await withRoster(io, options, 'UserManagement:Read', show, { onScreen: true });
}

/** Search and filters, if any is asked for: all together in place of the remembered ones. Throws Refusal. */
async function filtersOf(
  db: Db,
  { search, queue, status, role, package: name }: Options,
): Promise<Partial<View>> {
  if ([search, queue, status, role, name].every(value => value === undefined)) return {};
  const named = async (
    read: typeof readQueues | typeof readRoles,
    name: string | undefined,
    noun: string,
  ) => {
    if (name === undefined) return null;
    const found = find<Reference>(await read(db), name, noun);
    return { id: found.id, name: found.name };
  };
  return {
    search: search ?? '',
    queue: await named(readQueues, queue, 'queue'),
    status: status ?? null,
    role: await named(readRoles, role, 'role'),
    package: name ?? null,
    only: null,
  };
}

/**
 * Opens the screen on a roster, with `begin` in place of what was looked at last; `remember` says whether search, filters
 * and columns are kept for the next time.
 */
export async function open(
  work: Work,
  { remember, begin = {} }: { remember: boolean; begin?: Partial<View> },
): Promise<number> {
  const { openScreen } = await import('./open-screen.ts');
  return await openScreen(work, { remember, begin });
}

/** Whether there is a terminal for a full screen, and it is wanted. */
export function hasScreen(io: Io, options: Common): boolean {
  return !isPlain(io, options) && io.stdin.isTTY === true && io.stdout.isTTY === true;
}

/** Names the commands that do what the screen does, of a screen that was to begin with a search or filters the list; wrong usage. */
export function refuseScreen(io: Io, asked: Call['options'] = {}): number {
  const words = screenOptions.flatMap(({ flags }) => {
    const value = asked[optionKey(flags)];
    return typeof value === 'string' ? [`${flags.split(' ')[0]} ${shellWord(value)}`] : [];
  });
  if (words.length > 0) {
    say(io, `The screen needs a terminal. This prints the same list: roster list ${words.join(' ')}`);
    return exits.usage;
  }
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
