import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import { catalogAction, catalogDifferences } from '../roster/catalog/catalog-json.ts';
import { nounOf } from '../roster/catalog/catalog-records.ts';
import { stepsOf } from '../roster/plan/addition-steps.ts';
import type { CatalogChange, Change } from '../roster/plan/change-set.ts';
import { visible } from '../terminal/escape.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';
import type { Block } from './blocks.tsx';
import { type FieldText, fieldTexts } from './field-text.ts';
import { FieldsBeforeAfter, fieldsHeight, labelsOf } from './fields-before-after.tsx';
import { NameAndEmail } from './name-and-email.tsx';

interface ChangeBlockOptions {
  width: number;
  /** A blank line above it; there is one unless told. */
  marginTop?: 0 | 1;
  /** It is marked as changed meanwhile. */
  isMarked?: boolean;
}

/** A user with every field before and after; below them what an addition sets right after it. */
export function changeBlock(change: Change, options: ChangeBlockOptions): Block {
  const { action, person_id, user_name, user_email } = change;
  const known = fieldTexts(change.fields).filter(({ before, after }) => before !== null || after !== null);
  const { second } = stepsOf(change);
  const fields = known.filter(({ name }) => !second.includes(name));
  const fieldsAfter = known.filter(({ name }) => second.includes(name));
  const room = options.width - headAround - (options.isMarked ? 3 : 0);
  const who = <NameAndEmail name={visible(user_name)} email={visible(user_email)} width={room} />;
  return blockOf({ ...options, who, action, fields, fieldsAfter }, person_id);
}

/** What became of a queue, a role, an operator …: its values before and after. */
export function catalogBlock(change: CatalogChange, options: ChangeBlockOptions): Block {
  const text = (value: string) => (value === '' ? null : visible(value));
  const fields = catalogDifferences(change).map(({ label, before, after }) => ({
    ...{ label, before: text(before), after: text(after) },
  }));
  const who = <CatalogName change={change} />;
  const key = `${change.of} ${change.id} ${change.name}`;
  return blockOf({ ...options, who, action: catalogAction(change), fields, fieldsAfter: [] }, key);
}

interface ChangeLinesProps extends ChangeBlockOptions {
  /** Whom or what it is about. */
  who: ReactNode;
  action: Change['action'];
  fields: readonly Omit<FieldText, 'name'>[];
  /** Those of the second step. */
  fieldsAfter: readonly FieldText[];
  labels: readonly string[];
}

function blockOf(about: Omit<ChangeLinesProps, 'labels'>, key: Block['key']): Block {
  const { marginTop = 1, fields, fieldsAfter } = about;
  const props = { ...about, labels: labelsOf([...fields, ...fieldsAfter]) };
  const after = fieldsAfter.length > 0 ? 1 + fieldsHeight({ ...props, fields: fieldsAfter }) : 0;
  return {
    key,
    height: marginTop + 1 + fieldsHeight(props) + after,
    draw: () => <ChangeLines {...props} />,
  };
}

/** Cells of a head beside whom it is about: the mark, and the longest word for what happens. */
const headAround = '~ '.length + '  changed'.length;

const signs = {
  add: { mark: marks.added, word: 'added', style: 'good' },
  update: { mark: marks.updated, word: 'changed', style: 'accent' },
  remove: { mark: marks.removed, word: 'removed', style: 'danger' },
} as const;

function ChangeLines(props: ChangeLinesProps) {
  const theme = useTheme();
  const { who, action, fields, fieldsAfter, labels, width, marginTop = 1, isMarked } = props;
  const { mark, word, style } = signs[action];
  return (
    <Box marginTop={marginTop} flexDirection="column">
      <Box>
        <Box flexShrink={0}>
          <Text {...theme[`${style}Strong`]}>{mark} </Text>
        </Box>
        {who}
        <Box flexShrink={0} marginLeft={2} columnGap={2}>
          <Text {...theme[style]}>{word}</Text>
          {isMarked && <Text {...theme.warningStrong}>{marks.changed}</Text>}
        </Box>
      </Box>
      <FieldsBeforeAfter fields={fields} {...{ action, width, labels }} />
      {fieldsAfter.length > 0 && <Text {...theme.muted}>{'  '}Right after:</Text>}
      <FieldsBeforeAfter fields={fieldsAfter} {...{ action, width, labels }} />
    </Box>
  );
}

function CatalogName({ change: { of, name } }: { change: CatalogChange }) {
  const theme = useTheme();
  return (
    <Text wrap="truncate">
      <Text {...theme.text}>{nounOf(of)} </Text>
      <Text {...theme.strong}>{visible(name)}</Text>
    </Text>
  );
}
