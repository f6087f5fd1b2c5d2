/** An id in a directory; `kind` tells ids of different directories apart: they say nothing of each other. */
export interface DirectoryId {
  kind: string;
  value: string;
}

/** Active Directory's in braces, Entra's without, in either case. */
const guid = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
/** Our own, which are those of one roster; see `db/people/people.ts`. */
const ownId = /^U[0-9A-Z]{8}$/;
/** Columns that may as well have the numbers of rows, or of employees. */
const plainColumns = ['id', 'userid'];
/**
 * What only a directory makes up: Salesforce's 15 characters are the shortest, then Okta's 20, Google's 21 digits, Zoom's
 * 22 characters, the base64 of an immutable id. Whoever counts does not come that far.
 */
const longToken = /^[\w+/=|.:-]{15,}$/;

/**
 * The id that a cell holds, by the kind of its column; undefined if it is none that tells who somebody is. A GUID is the
 * same in any letters, in braces or not, and in whichever column.
 */
export function directoryId(kind: string, cell: string): DirectoryId | undefined {
  const value = guid.exec(cell)?.[1]?.toLowerCase();
  if (value !== undefined) return { kind: 'guid', value };
  if (!plainColumns.includes(kind)) return { kind, value: cell };
  if (kind === 'userid' && ownId.test(cell)) return { kind, value: cell };
  return longToken.test(cell) ? { kind: 'id', value: cell } : undefined;
}
