import { readAccount, readPools } from '../../../db/catalog/account.ts';
import { readCatalog, readOperators } from '../../../db/catalog/catalog.ts';
import { usersByThing } from '../../../db/catalog/catalog-users.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { type CatalogEntry, catalogEntries } from '../../roster/catalog/catalog-entries.ts';
import { catalogFields } from '../../roster/catalog/catalog-fields.ts';
import { scriptKey } from '../../roster/catalog/catalog-json.ts';
import { additionCommand } from '../../roster/catalog/catalog-records.ts';
import { isUsedKind } from '../../roster/catalog/catalog-users.ts';
import type { CatalogKind } from '../../roster/plan/change-set.ts';
import type { Call } from '../shell/command.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { readCommon } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { kindOf } from './catalog-kinds.ts';

/** Something as it is listed; how many have it, where users can. */
interface Listed extends CatalogEntry {
  users: number | null;
  built_in: boolean | null;
}

/** `roster queue list`, `roster role list` … */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readCommon(call);
  const { of, plural } = kindOf(call.name);
  await withRoster(io, options, 'UserManagement:Read', async ({ roster }) => {
    const listed = await snapshot(roster.read, db => readListed(db, of));
    const count = await printListing(io, listingOf(of), listed, options);
    if (count === 0) note(io, `No ${plural} yet: ${additionCommand(of)}`, options);
  });
  return exits.done;
}

async function readListed(db: Db, of: CatalogKind): Promise<Listed[]> {
  const account = await readAccount(db);
  const catalog = await readCatalog(db);
  const pools = await readPools(db, account.license_model);
  const entries = catalogEntries(of, { account, catalog, pools, operators: await readOperators(db) });
  const users = isUsedKind(of) ? await usersByThing(db, of) : null;
  return entries.map(entry => ({
    ...entry,
    users: users && (users.get(entry.id ?? 0) ?? 0),
    built_in: of === 'role' ? catalog.roles.some(role => role.id === entry.id && role.built_in) : null,
  }));
}

function listingOf(of: CatalogKind): Listing<Listed> {
  const fields = Object.entries(catalogFields[of]);
  const counted = isUsedKind(of);
  const builtIn = of === 'role';
  const text = ({ record }: Listed, key: string) => {
    const value = record[key];
    return value === null || value === undefined ? '' : (catalogFields[of][key]?.toText(value) ?? '');
  };
  const json = (item: Listed) => {
    const { record, users, built_in } = item;
    const values = fields.map(([key, field]) => {
      const value = record[key];
      return [scriptKey(key), value !== null && field.toJson ? field.toJson(value) : value];
    });
    return {
      ...(Object.fromEntries(values) as Record<string, unknown>),
      ...(builtIn && { built_in }),
      ...(counted && { users }),
    };
  };
  return {
    titles: [
      ...fields.map(([, field]) => field.label),
      ...(builtIn ? ['Built in'] : []),
      ...(counted ? ['Users'] : []),
    ],
    row: item => [
      ...fields.map(([key]) => text(item, key)),
      ...(builtIn ? [item.built_in ? 'yes' : ''] : []),
      ...(counted ? [String(item.users)] : []),
    ],
    columns: [
      ...fields.map(([key]) => scriptKey(key)),
      ...(builtIn ? ['built_in'] : []),
      ...(counted ? ['users'] : []),
    ],
    cells: item => {
      const values: Record<string, unknown> = json(item);
      return [
        ...fields.map(([key]) => {
          const value = values[scriptKey(key)];
          return typeof value === 'boolean' ? String(value) : text(item, key);
        }),
        ...(builtIn ? [String(item.built_in)] : []),
        ...(counted ? [String(item.users)] : []),
      ];
    },
    json,
  };
}
