import type { AppliedChangeSet, ChangeSet } from '../roster/change-set.ts';
import { fieldNames, fields } from '../roster/fields.ts';
import { changeSetJson } from '../roster/json.ts';
import type { FieldName, UserSettings } from '../roster/user.ts';
import { valueText } from '../roster/user-cells.ts';
import { number } from '../roster/words.ts';
import { visible } from '../terminal/escape.ts';
import { type Listing, printListing } from './listing.ts';
import type { Common } from './options.ts';
import { print } from './stdout.ts';

interface FieldLine {
  user_email: string;
  action: string;
  field: FieldName;
  before: string;
  after: string;
}

const lines: Listing<FieldLine> = {
  titles: ['Email', 'Change', 'Field', 'Before', 'After'],
  row: line => [
    line.user_email,
    line.action,
    fields[line.field].label,
    line.before || '–',
    line.after || '–',
  ],
  columns: ['user_email', 'action', 'field', 'before', 'after'],
  cells: line => [line.user_email, line.action, fields[line.field].jsonName, line.before, line.after],
  json: line => line,
};

/** Prints a change set with every field before and after. */
export async function printChangeSet(set: ChangeSet | AppliedChangeSet, options: Common): Promise<void> {
  const format = options.format ?? 'table';
  if (format === 'json' || format === 'ndjson') return printJson(changeSetJson(set), options);
  if (format === 'csv') return void (await printListing(lines, fieldLines(set), options));
  await print(`${visible(set.summary)}\n`);
  await printListing(lines, fieldLines(set), options);
  await print([...licenseLines(set), ...set.notices].map(line => `${visible(line)}\n`).join(''));
}

/** Prints one object: on several lines as json, on one as ndjson. */
export async function printJson(value: unknown, { format }: Common): Promise<void> {
  await print(`${JSON.stringify(value, null, format === 'ndjson' ? undefined : 2)}\n`);
}

/** `Licenses: essentials 482 → 479 of 500`, a line a package. */
export function licenseLines({ licenses }: Pick<ChangeSet, 'licenses'>): string[] {
  return licenses.map(({ package_name, before, after, total }) => {
    return `Licenses: ${package_name} ${number(before)} → ${number(after)} of ${number(total)}`;
  });
}

function* fieldLines({ changes }: ChangeSet): Generator<FieldLine> {
  for (const { user_email, action, fields: changed } of changes)
    for (const field of fieldNames) {
      const pair = changed[field];
      if (pair) yield { user_email, action, field, ...asText(field, pair) };
    }
}

function asText<Name extends FieldName>(
  name: Name,
  pair: { before: UserSettings[Name] | null; after: UserSettings[Name] | null },
): { before: string; after: string } {
  return { before: valueText(name, pair.before), after: valueText(name, pair.after) };
}
