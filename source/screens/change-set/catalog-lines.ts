import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { catalogAction, catalogDifferences } from '../../roster/catalog-json.ts';
import { nounOf } from '../../roster/catalog-records.ts';
import type { CatalogChange } from '../../roster/change-set.ts';
import { visible } from '../../terminal/escape.ts';
import type { FieldText } from '../field-text.ts';
import { textLines } from './change-lines.ts';
import { headLine } from './head-line.ts';

/** What became of a queue, a role, an operator …: its values before and after. */
export function catalogLines(change: CatalogChange, width: number, look: Look): Span[][] {
  const { of, name } = change;
  const action = catalogAction(change);
  const who = [span(`${nounOf(of)} `), span(visible(name), { bold: true })];
  return [headLine(who, action, look), ...textLines(recordTexts(change), action as 'update', width, look)];
}

/** The values that differ, in the words and the order in which commands print them, too. */
function recordTexts(change: CatalogChange): FieldText[] {
  return catalogDifferences(change).map(({ label, before, after }) => ({
    name: 'role',
    label,
    before: before === '' ? null : visible(before),
    after: after === '' ? null : visible(after),
  }));
}
