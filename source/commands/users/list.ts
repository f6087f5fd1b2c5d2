import * as z from 'zod/mini';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { userPages } from '../../../db/users/pages.ts';
import { type ColumnId, columnIds, defaultColumns, isColumnId } from '../../roster/users/columns.ts';
import { fieldByJsonName } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import type { Call } from '../shell/command.ts';
import { flat, printListing } from '../shell/listing.ts';
import type { Common } from '../shell/options.ts';
import { choice, common, readOptions, wholeNumber, word, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { readSort, resolveFilters, type Wanted } from './filters.ts';
import { noteCount, noteNobody } from './list-count.ts';
import { userListing } from './user-listing.ts';

const schema = z.object({
  ...common,
  search: word,
  queue: words,
  status: choice(userAccesses),
  role: words,
  package: choice(packageNames),
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
      await noteNobody(io, db, wanted(options), options);
    });
  });
  return exits.done;
}

function wanted({ search, queue, status, role, package: name }: z.infer<typeof schema>): Wanted[] {
  const list: Wanted[] = [];
  if (search !== undefined) list.push({ field: 'search', values: [search] });
  if (status !== undefined) list.push({ field: 'status', values: [status] });
  if (queue !== undefined) list.push({ field: 'queue', values: queue });
  if (role !== undefined) list.push({ field: 'role', values: role });
  if (name !== undefined) list.push({ field: 'package', values: [name] });
  return list;
}

/** The columns of `--columns name,email`, in that order. Throws Refusal for what is none, and where there is no table. */
function readColumns({
  columns,
  format,
}: Common & { columns?: string | undefined }): (ColumnId | FieldName)[] {
  if (columns === undefined) return defaultColumns;
  if (format !== undefined && format !== 'table')
    throw new Refusal(
      `--columns shapes the table; --format ${format} has every field. Leave one of them out.`,
      exits.usage,
    );
  const found = columns.split(',').map(text => {
    const word = text.trim().toLowerCase();
    const column = isColumnId(word) ? word : fieldByJsonName(word)?.name;
    if (column) return column;
    const message = `--columns takes ${columnIds.join(',')} and any field by its name in JSON; not "${word}".`;
    throw new Refusal(message, exits.usage);
  });
  return [...new Set(found)];
}
