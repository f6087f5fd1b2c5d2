import { type ColumnId, columnIds, defaultColumns, isColumnId } from '../../roster/users/columns.ts';
import type { Common } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';

/** The columns of `--columns name,email`, in that order. Throws Refusal for what is none, and where there is no table. */
export function readColumns({ columns, format }: Common & { columns?: string | undefined }): ColumnId[] {
  if (columns === undefined) return defaultColumns;
  if (format !== undefined && format !== 'table')
    throw new Refusal(
      `--columns shapes the table; --format ${format} has every field. Leave one of them out.`,
      exits.usage,
    );
  const words = columns.split(',').map(word => word.trim().toLowerCase());
  const unknown = words.find(word => !isColumnId(word));
  if (unknown !== undefined)
    throw new Refusal(`--columns takes ${columnIds.join(',')}; not "${unknown}".`, exits.usage);
  return [...new Set(words.filter(isColumnId))];
}
