import * as z from 'zod/mini';
import type { Call } from './command.ts';
import { exits, Refusal } from './refusal.ts';

/** Checks the options of a call and gives them their types. What is wrong with them ends the command as wrong usage. */
export function readOptions<Schema extends z.ZodMiniType>(schema: Schema, call: Call): z.infer<Schema> {
  const result = schema.safeParse(call.options);
  if (result.success) return result.data;
  const messages = result.error.issues.map(issue => `${optionName(issue.path)}: ${issue.message}`);
  throw new Refusal(`${messages.join('\n')}\nHelp: roster ${call.name} --help`, exits.usage);
}

function optionName(path: readonly PropertyKey[]): string {
  return `--${String(path[0]).replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}

/** A count as it is typed. */
export const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, { error: ({ input }) => `"${input}" is no whole number.` })),
  z.transform(Number),
);

/** Whether `--limit` and `--offset` can leave nothing of a list that is not empty. */
export function isPage({
  limit,
  offset,
}: {
  limit?: number | undefined;
  offset?: number | undefined;
}): boolean {
  return limit === 0 || (offset ?? 0) > 0;
}

export const words = z.optional(z.array(z.string()));
export const word = z.optional(z.string());
export const flag = z.optional(z.boolean());
/** One of a closed list; the command line lets no other word through. */
export function choice<const T extends readonly string[]>(list: T) {
  return z.optional(z.enum(list));
}

const formats = ['table', 'json', 'ndjson', 'csv'] as const;
export type Format = (typeof formats)[number];

/** The options of every command. */
export const common = {
  // An empty one is a variable that was not set, and must not become the usual roster.
  db: z.optional(z.string().check(z.minLength(1, { error: 'a file has to be named.' }))),
  format: choice(formats),
  quiet: flag,
  color: flag,
  plain: flag,
};

const commonSchema = z.object(common);
export type Common = z.infer<typeof commonSchema>;

/** What every command may be told. */
export function readCommon(call: Call): Common {
  return readOptions(commonSchema, call);
}
