import * as catalogReads from '../reads/catalog-reads.ts';
import type { Read } from '../reads/list-read.ts';
import * as reads from '../reads/reads.ts';
import { AccountError } from './account-error.ts';
import type { AccountClient } from './client.ts';

/** All that a pull reads. */
const allReads: readonly Read<unknown>[] = [...Object.values(catalogReads), ...Object.values(reads)];

/** Stands for a user, a queue or a skill that there is not: whether the app may ask is known all the same. */
const nobody = 'none';

export interface TriedScopes {
  /** What the app may not read, and has to. */
  missing: Read<unknown>[];
  /** What it may not read, and the roster does without. */
  lacking: Read<unknown>[];
  /** How many rows a list has, by its path, where that is said. */
  sizes: ReadonlyMap<string, number>;
}

/**
 * Tries all that is read with a harmless call of each kind: which scope the vendor wants for what is not always what its name
 * says. `onTried` hears how many were tried. Throws AccountError for all else that goes wrong.
 */
export async function tryScopes(
  client: AccountClient,
  onTried: (tried: number, of: number) => void,
): Promise<TriedScopes> {
  const missing: Read<unknown>[] = [];
  const lacking: Read<unknown>[] = [];
  const sizes = new Map<string, number>();
  for (const [index, operation] of allReads.entries()) {
    const tried = await tryRead(client, operation);
    if (!tried) (operation.optional ? lacking : missing).push(operation);
    else if (tried.total != null) sizes.set(operation.path, tried.total);
    onTried(index + 1, allReads.length);
  }
  return { missing, lacking, sizes };
}

/** Null where it may not be read. */
async function tryRead(
  client: AccountClient,
  operation: Read<unknown>,
): Promise<{ total?: number | null } | null> {
  try {
    const query = 'pageSize' in operation ? { query: { page_size: '1' } } : {};
    return (await client.read(operation, { id: nobody, ...query })) as { total?: number | null };
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    if (error.code === 'scope_missing') return null;
    const asksOfNobody = operation.path.includes('{id}');
    if ((asksOfNobody || operation.optional) && (error.code === 'not_found' || error.code === 'refused'))
      return {};
    throw error;
  }
}
