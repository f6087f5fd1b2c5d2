import * as z from 'zod/mini';
import type { Category } from '../../roster/push/rate-limits.ts';

/** A reading operation of the vendor's API. */
export interface Read<Answer> {
  /** From the version on; `{id}` stands for what it is asked of. */
  path: string;
  category: Category;
  /** What the app has to be given; some are odd, and are the vendor's. */
  scope: string;
  /** What it is for, behind "for". */
  purpose: string;
  /** Not all accounts have it: without it the roster lacks that alone. */
  optional?: boolean;
  answer: z.ZodMiniType<Answer>;
}

/** One that answers page by page. */
export interface ListRead<Row> extends Read<Page<Row>> {
  /** Rows that a page has at most. */
  pageSize: number;
  idOf(row: Row): string;
}

export interface Page<Row> {
  rows: Row[];
  next_page_token: string;
  /** How many there are; null where the vendor does not say. */
  total: number | null;
}

export const text = z.optional(z.nullable(z.string()));
export const count = z.optional(z.nullable(z.number()));
export const flag = z.optional(z.nullable(z.boolean()));

interface ListParts<Row> extends Omit<Read<Page<Row>>, 'answer'> {
  /** What the list is called in the answer. */
  list: string;
  row: z.ZodMiniType<Row>;
  pageSize: number;
  idOf(row: Row): string;
}

/** A list of the vendor's, read loosely. */
export function listRead<Row>({ list, row, ...parts }: ListParts<Row>): ListRead<Row> {
  const page = z.object({ [list]: z.array(row), next_page_token: text, total_records: count });
  const answer = z.pipe(
    page,
    z.transform(
      (found): Page<Row> => ({
        rows: found[list] as Row[],
        next_page_token: (found.next_page_token as string | null | undefined) ?? '',
        total: (found.total_records as number | null | undefined) ?? null,
      }),
    ),
  );
  return { ...parts, answer: answer as unknown as z.ZodMiniType<Page<Row>> };
}
