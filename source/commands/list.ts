import * as z from 'zod/mini';
import type { Db } from '../../db/dialect.ts';
import { hasNobody } from '../../db/first-people.ts';
import { userPages } from '../../db/pages.ts';
import { snapshot } from '../../db/snapshot.ts';
import { type Sort, sortColumns } from '../roster/view.ts';
import { isOneOf, userAccesses } from '../roster/vocabulary.ts';
import type { Call } from './command.ts';
import { resolveFilters, type Wanted } from './filters.ts';
import { readColumns } from './list-columns.ts';
import { noteCount } from './list-count.ts';
import { flat, printListing } from './listing.ts';
import { note } from './messages.ts';
import { choice, common, isPage, readOptions, wholeNumber, word, words } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { userListing } from './user-listing.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object({
  ...common,
  search: word,
  queue: words,
  status: choice(userAccesses),
  role: words,
  sort: word,
  columns: word,
  limit: z.optional(wholeNumber),
  offset: z.optional(wholeNumber),
});

/** `roster list` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { limit, offset } = options;
  const sort = readSort(options.sort);
  const listing = userListing(readColumns(options));
  await withRoster(io, options, 'UserManagement:Read', async ({ roster }) => {
    const filters = await resolveFilters(roster.read, wanted(options));
    await snapshot(roster.read, async db => {
      const count = await printListing(
        io,
        listing,
        flat(userPages(db, { filters, sort, limit, offset })),
        options,
      );
      if (count > 0) return await noteCount(io, db, count, filters, options);
      const narrowed = filters.length > 0 || isPage(options);
      note(io, narrowed ? 'No user matches.' : `No users yet. ${await firstStep(db)}`, options);
    });
  });
  return exits.done;
}

/** What brings the first users: they come out of the people of the account. */
async function firstStep(db: Db): Promise<string> {
  return (await hasNobody(db))
    ? 'Bring the people of the account first: roster people import FILE.csv'
    : 'Add some: roster add EMAIL --role ROLE';
}

function wanted({ search, queue, status, role }: z.infer<typeof schema>): Wanted[] {
  const list: Wanted[] = [];
  if (search !== undefined) list.push({ field: 'search', values: [search] });
  if (status !== undefined) list.push({ field: 'status', values: [status] });
  if (queue !== undefined) list.push({ field: 'queue', values: queue });
  if (role !== undefined) list.push({ field: 'role', values: role });
  return list;
}

function readSort(text = 'name'): Sort {
  // `-name`, as other tools write it.
  const [name = '', direction, ...rest] = text
    .toLowerCase()
    .replace(/^-(.*)$/, '$1:desc')
    .split(':');
  const column = name === 'user_email' ? 'email' : name;
  if (
    isOneOf(sortColumns, column) &&
    rest.length === 0 &&
    (direction === undefined || /^(asc|desc)$/.test(direction))
  )
    return { column, reverse: direction === 'desc' };
  const message = `--sort takes ${sortColumns.join(', ')}, with :desc turned round; not "${text}".`;
  throw new Refusal(message, exits.usage);
}
