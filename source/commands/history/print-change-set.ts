import { licenseText } from '../../roster/licenses/licenses.ts';
import { stepsOf } from '../../roster/plan/addition-steps.ts';
import type { AppliedChangeSet, ChangeSet } from '../../roster/plan/change-set.ts';
import { changeSetJson } from '../../roster/plan/json.ts';
import { pushCostTexts } from '../../roster/push/push-cost.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName, UserSettings } from '../../roster/users/user.ts';
import { valueText } from '../../roster/users/user-cells.ts';
import { visible } from '../../terminal/escape.ts';
import { type CatalogLine, catalogLines, linesOfCatalog } from '../catalog/catalog-lines.ts';
import type { Io } from '../shell/io.ts';
import { jsonText } from '../shell/json-text.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import type { Common } from '../shell/options.ts';
import { print } from '../shell/stdout.ts';

/** Stands in tables beside what an addition sets once they are users. */
export const secondStep = 'then set';

interface FieldLine {
  user_email: string;
  action: string;
  /** What an addition sets once they are users. */
  later: boolean;
  field: FieldName;
  before: string;
  after: string;
}

const lines: Listing<FieldLine> = {
  titles: ['Email', 'Change', 'Field', 'Before', 'After'],
  row: line => [
    line.user_email,
    line.later ? secondStep : line.action,
    fields[line.field].label,
    line.before || '–',
    line.after || '–',
  ],
  columns: ['user_email', 'action', 'field', 'before', 'after'],
  cells: line => [line.user_email, line.action, fields[line.field].jsonName, line.before, line.after],
  json: line => line,
};

/** Prints a change set with every field before and after. */
export async function printChangeSet(
  io: Io,
  set: ChangeSet | AppliedChangeSet,
  options: Common,
): Promise<void> {
  const format = options.format ?? 'table';
  if (format === 'json' || format === 'ndjson') return printJson(io, changeSetJson(set), options);
  if (format === 'csv') return await printCsv(io, set, options);
  await print(io, `${visible(set.summary)}\n`);
  await printListing(io, catalogLines, linesOfCatalog(set), options);
  if (set.catalog.length > 0 && set.changes.length > 0) await print(io, '\n');
  await printListing(io, lines, fieldLines(set), options);
  await print(
    io,
    outcomeLines(set)
      .map(line => `${visible(line)}\n`)
      .join(''),
  );
}

/** Lines of users; where the catalog changes, too, each line says what it is about. */
async function printCsv(io: Io, set: ChangeSet, options: Common): Promise<void> {
  if (set.catalog.length === 0) return void (await printListing(io, lines, fieldLines(set), options));
  const users = function* (): Generator<CatalogLine> {
    for (const { user_email, field, later: _, ...line } of fieldLines(set))
      yield {
        of: 'user',
        name: user_email,
        key: fields[field].jsonName,
        label: fields[field].label,
        ...line,
      };
  };
  const all = function* () {
    yield* linesOfCatalog(set);
    yield* users();
  };
  await printListing(io, catalogLines, all(), options);
}

/** Prints one object: on several lines as json, on one as ndjson. */
export async function printJson(io: Io, value: unknown, { format }: Common): Promise<void> {
  await print(io, `${jsonText(value, format === 'ndjson' ? undefined : 2)}\n`);
}

/** What follows of a change set: licenses, the account, notices; a line each. */
export function outcomeLines(set: ChangeSet): string[] {
  const { calls, notSent } = pushCostTexts(set.account);
  return [...licenseLines(set), ...calls, ...notSent, ...set.notices];
}

/** `Essentials licenses 482 → 479 of 500`, a line a package. */
export function licenseLines({ licenses }: Pick<ChangeSet, 'licenses'>): string[] {
  return licenses.map(use => licenseText(use));
}

function* fieldLines({ changes }: ChangeSet): Generator<FieldLine> {
  for (const change of changes) {
    const { user_email, action, fields: changed } = change;
    const { first, second } = stepsOf(change);
    for (const field of [...first, ...second]) {
      const pair = changed[field];
      if (pair) yield { user_email, action, later: second.includes(field), field, ...asText(field, pair) };
    }
  }
}

function asText<Name extends FieldName>(
  name: Name,
  { before, after }: { before: UserSettings[Name] | null; after: UserSettings[Name] | null },
): Pick<FieldLine, 'before' | 'after'> {
  return { before: valueText(name, before), after: valueText(name, after) };
}
