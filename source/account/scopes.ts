import { AccountError } from './account-error.ts';
import type { AccountClient } from './client.ts';
import { allReads, type Read } from './reads.ts';

/** Stands for a user, a queue or a skill that there is not: whether the app may ask is known all the same. */
const nobody = 'none';

/**
 * What the app may not read, found out with a harmless call of each kind: which scope the vendor wants for what is not always
 * what its name says. `onTried` hears how many were tried. Throws AccountError for all else that goes wrong.
 */
export async function missingScopes(
  client: AccountClient,
  onTried: (tried: number, of: number) => void,
): Promise<Read<unknown>[]> {
  const missing: Read<unknown>[] = [];
  for (const [index, operation] of allReads.entries()) {
    if (!(await mayRead(client, operation))) missing.push(operation);
    onTried(index + 1, allReads.length);
  }
  return missing;
}

async function mayRead(client: AccountClient, operation: Read<unknown>): Promise<boolean> {
  try {
    await client.read(operation, {
      id: nobody,
      ...('pageSize' in operation && { query: { page_size: '1' } }),
    });
    return true;
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    if (error.code === 'scope_missing') return false;
    const asksOfNobody = operation.path.includes('{id}');
    if (asksOfNobody && (error.code === 'not_found' || error.code === 'refused')) return true;
    throw error;
  }
}
