import { indented } from '../../components/beside.ts';
import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { wrapped } from '../../components/wrap.ts';
import { type AppliedChangeSet, type Change, undoneText } from '../../roster/change-set.ts';
import { localTime } from '../../roster/local-time.ts';
import { visible } from '../../terminal/escape.ts';
import { changeLines } from '../change-set/change-lines.ts';
import { fieldTexts } from '../field-text.ts';
import type { Section } from './pairs.ts';

const muted = { color: 'muted' } as const;

/** What was last done to a user: when, by whom, and every field before and after. */
export function lastChanges(changes: readonly AppliedChangeSet[] | null, width: number, look: Look): Section {
  return { title: 'Last changes', lines: lines(changes, width, look) };
}

function lines(changes: readonly AppliedChangeSet[] | null, width: number, look: Look): Span[][] {
  if (changes === null) return [[span('Your role lacks RptContactCenterOperationLog:Read.', muted)]];
  if (changes.length === 0) return [[span('none yet', muted)]];
  return changes.flatMap(set => [
    [
      span(localTime(set.at)),
      span(
        `  ${visible(set.operator_name)} ${look.marks.dot} ${visible(what(set))} ${look.marks.dot} change ${set.id}`,
        muted,
      ),
      span(`  ${undoneText(set)}`, { color: 'warning' }),
    ],
    ...set.changes.flatMap(change => whatChanged(change, width, look)),
  ]);
}

/** Somebody who came or went did so with everything at once: that is said in one go. */
function whatChanged(change: Change, width: number, look: Look): Span[][] {
  if (change.action === 'update') return changeLines(change, width, look);
  const all = fieldTexts(change.fields).map(
    ({ before, after, label }) => `${label}: ${after ?? before ?? ''}`,
  );
  return indented(wrapped(all.join(', '), width - 2, muted), 2);
}

function what({ kind, summary, changes }: AppliedChangeSet): string {
  const [change] = changes;
  if (kind === 'undo' || kind === 'redo') return summary;
  if (change?.action === 'add') return 'added';
  return change?.action === 'remove' ? 'removed' : summary;
}
