import type { CatalogRecord, Problem } from '../plan/change-set.ts';
import { listed } from '../text/words.ts';

/** A public key by which an operator is known over SSH. */
export interface OperatorKey {
  /** `ssh-ed25519`, … */
  type: string;
  /** The key itself, in base64. */
  blob: string;
  /** `SHA256:…`, as `ssh-keygen -l` prints it. */
  fingerprint: string;
  comment: string;
  /** ISO 8601 UTC. */
  added_at: string;
}

/** What is asked of somebody's keys besides the whole list of them. */
export interface AskedOfKeys {
  add_keys?: readonly OperatorKey[];
  /** Fingerprints, as far as they tell one from the others; `all`. */
  remove_keys?: readonly string[];
}

/** So much of a fingerprint is needed to mean a key; shorter ones may be slips. */
const shortest = 'SHA256:'.length + 8;

/** The keys as they become, in the order in which they came; a key that is there stays as it is. */
export function keysAfter({ add_keys = [], remove_keys = [] }: AskedOfKeys, before: CatalogRecord | null) {
  const had = keysOf(before);
  const gone = new Set(remove_keys.flatMap(asked => meant(asked, had)));
  const kept = had.filter(key => !gone.has(key));
  // Of the same key twice the first one counts.
  const byFingerprint = new Map([...kept, ...add_keys].toReversed().map(key => [key.fingerprint, key]));
  return inOrder([...byFingerprint.values()]);
}

/** Keys in the one order in which records have them. */
export function inOrder(keys: readonly OperatorKey[]): OperatorKey[] {
  const place = ({ added_at, fingerprint }: OperatorKey) => `${added_at} ${fingerprint}`;
  return [...keys].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Keys that are to go and are not there, or of which it is not clear which. */
export function keyProblems({ remove_keys = [] }: AskedOfKeys, before: CatalogRecord | null): Problem[] {
  const had = keysOf(before);
  const name = String(before?.operator_name ?? '');
  return remove_keys.flatMap(asked => {
    const count = meant(asked, had).length;
    if (count === 1 || asked === 'all') return [];
    const those = had.length === 0 ? `${name} has none.` : `${name} has ${listed(had.map(nameOfKey), 10)}.`;
    const message =
      count > 1
        ? `${asked} is the beginning of several keys. ${those}`
        : `There is no key ${asked}. ${those}`;
    return [{ code: 'unknown_key', column: 'keys', value: asked, message }];
  });
}

/** A key is one operator's: else nobody could tell who came in with it. */
export function keyConflicts(
  record: CatalogRecord,
  others: readonly { name: string; record: CatalogRecord }[],
): Problem[] {
  const holders = new Map(
    others.flatMap(other => keysOf(other.record).map(key => [key.fingerprint, other.name])),
  );
  return keysOf(record).flatMap(({ fingerprint }) => {
    const holder = holders.get(fingerprint);
    if (holder === undefined) return [];
    const message = `${fingerprint} is a key of ${holder} already; a key is one operator's.`;
    return [{ code: 'key_taken', column: 'keys', value: fingerprint, message }];
  });
}

/** `SHA256:… maria@laptop`. */
export function nameOfKey({ fingerprint, comment }: OperatorKey): string {
  return comment === '' ? fingerprint : `${fingerprint} ${comment}`;
}

/** What somebody comes in with over SSH; nothing where there is no such operator. */
export function keysOf(record: CatalogRecord | null): readonly OperatorKey[] {
  return (record?.keys ?? []) as readonly OperatorKey[];
}

function meant(asked: string, keys: readonly OperatorKey[]): OperatorKey[] {
  if (asked === 'all') return [...keys];
  const beginning = asked.startsWith('SHA256:') ? asked : `SHA256:${asked}`;
  const exact = keys.filter(key => key.fingerprint === beginning);
  if (exact.length > 0 || beginning.length < shortest) return exact;
  return keys.filter(key => key.fingerprint.startsWith(beginning));
}
