import { stepsOf } from '../../roster/plan/addition-steps.ts';
import type { Change, ChangeSet } from '../../roster/plan/change-set.ts';
import { counted } from '../../roster/text/words.ts';
import { fields } from '../../roster/users/fields.ts';
import { type FieldName, newSettings } from '../../roster/users/user.ts';
import { valueText } from '../../roster/users/user-cells.ts';
import { visible } from '../../terminal/escape.ts';
import { outcomeLines, secondStep } from '../history/print-change-set.ts';
import { type TableStyle, tableLines } from '../shell/text-table.ts';

/** So many lines of a difference are shown; JSON and CSV have all of them. */
const shownAtMost = 50;

const titles = ['Email', 'Change', 'Field', 'Before', 'After'];

/** What an import would do, as lines: for each user the fields before and after, then licenses and notices. */
export async function* importPreview(set: ChangeSet, style: TableStyle): AsyncGenerator<string> {
  yield `${visible(set.summary)}\n`;
  yield* importedLines(set, style);
  for (const line of outcomeLines(set)) yield `${visible(line)}\n`;
}

/** For each user the fields before and after, as many as fit. */
export async function* importedLines(set: ChangeSet, style: TableStyle): AsyncGenerator<string> {
  const rows: string[][] = [];
  let users = 0;
  for (const change of set.changes) {
    const lines = changeLines(change);
    if (rows.length + lines.length > shownAtMost && users > 0) break;
    rows.push(...lines);
    users++;
  }
  yield* tableLines(titles, rows, style);
  const more = set.changes.length - users;
  if (more > 0) yield `… and ${counted(more, 'more user', 'more users')}\n`;
}

/** A line a field, the first with the e-mail. Of somebody new, what everybody new has is left out. */
function changeLines(change: Change): string[][] {
  const { user_email, action, fields: changed } = change;
  const usual = newSettings({ id: 0, name: '' });
  const { first, second } = stepsOf(change);
  const told = first.filter(
    name => action === 'update' || textOf(name, changed[name]?.after) !== textOf(name, usual[name]),
  );
  return [...told, ...second].map((name, index) => [
    index === 0 ? user_email : '',
    index === 0 ? action : name === second[0] ? secondStep : '',
    fields[name].label,
    textOf(name, changed[name]?.before) || '–',
    textOf(name, changed[name]?.after) || '–',
  ]);
}

function textOf(name: FieldName, value: unknown): string {
  return valueText(name, (value ?? null) as never);
}
