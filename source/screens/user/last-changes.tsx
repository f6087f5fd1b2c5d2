import { Text } from 'ink';
import { type Block, lineBlock } from '../../components/blocks.tsx';
import { fieldTexts } from '../../components/field-text.ts';
import { FieldsBeforeAfter, fieldsHeight } from '../../components/fields-before-after.tsx';
import { type AppliedChangeSet, type Change, undoneText } from '../../roster/plan/change-set.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import type { Section } from './blocks.ts';

/** What was last done to a user: when, by whom, and every field before and after; null where that may not be read. */
export function lastChanges(sets: readonly AppliedChangeSet[] | null, width: number): Section {
  return { title: 'Last changes', blocks: blocksOf(sets, width) };
}

function blocksOf(sets: readonly AppliedChangeSet[] | null, width: number): Block[] {
  if (sets === null)
    return [lineBlock('closed', 'Your role lacks RptContactCenterOperationLog:Read.', 'muted')];
  if (sets.length === 0) return [lineBlock('none', 'none yet', 'muted')];
  return sets.flatMap(set => [
    { key: set.id, height: 1, draw: () => <SetHead set={set} /> },
    ...set.changes.map(
      (change, index): Block => ({
        ...fieldsBlock(change, width),
        key: `${set.id} ${index}`,
      }),
    ),
  ]);
}

function SetHead({ set }: { set: AppliedChangeSet }) {
  const theme = useTheme();
  return (
    <Text wrap="truncate">
      <Text {...theme.text}>{localTime(set.at)}</Text>
      <Text {...theme.muted}>
        {'  '}
        {visible(set.operator_name)} {marks.dot} {visible(what(set))} {marks.dot} change {set.id}
      </Text>
      <Text {...theme.warning}>
        {'  '}
        {undoneText(set)}
      </Text>
    </Text>
  );
}

function what({ kind, summary, changes }: AppliedChangeSet): string {
  const [change] = changes;
  if (kind === 'undo' || kind === 'redo') return summary;
  if (change?.action === 'add') return 'added';
  return change?.action === 'remove' ? 'removed' : summary;
}

function fieldsBlock({ fields: changed, action }: Change, width: number): Omit<Block, 'key'> {
  const fields = fieldTexts(changed).filter(({ before, after }) => before !== null || after !== null);
  const props = { fields, action, width };
  return { height: fieldsHeight(props), draw: () => <FieldsBeforeAfter {...props} /> };
}
