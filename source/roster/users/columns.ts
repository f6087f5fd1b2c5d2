/** What a table of users can show of each, on the screen as in `list`. */
export const columnIds = ['name', 'email', 'role', 'queues', 'presence', 'status', 'department'] as const;
export type ColumnId = (typeof columnIds)[number];

export const defaultColumns: ColumnId[] = ['name', 'email', 'role', 'queues', 'presence', 'status'];

export const columnTitles: Record<ColumnId, string> = {
  name: 'Name',
  email: 'Email',
  role: 'Role',
  queues: 'Queues',
  presence: 'Presence',
  status: 'Status',
  department: 'Department',
};

export function isColumnId(word: string): word is ColumnId {
  return (columnIds as readonly string[]).includes(word);
}

/** These stay, whatever is chosen and however narrow the terminal is. */
export const fixedColumns: readonly ColumnId[] = ['name', 'status'];
