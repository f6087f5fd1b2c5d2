import { Box, Text } from 'ink';
import { fieldTexts } from '../../components/field-text.ts';
import { type Span, span } from '../../components/span.tsx';
import { changedLicenses, licenseText } from '../../roster/licenses/licenses.ts';
import { stepsOf } from '../../roster/plan/addition-steps.ts';
import { emailsOf } from '../../roster/plan/notice.ts';
import { pushCostTexts } from '../../roster/push/push-cost.ts';
import { counted } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { Theme } from '../../theme/theme.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { touchedFields } from './edits.ts';
import { currentRow } from './open-form.ts';
import { problemText } from './problem-text.ts';
import { problemOf, problemsOf } from './problems.ts';
import type { FormLayer } from './state.ts';

/**
 * What saving would do, and below it what stands against it, or what others did meanwhile: always two lines. What the
 * `toast` below them says already is not said twice.
 */
export function PlanLines({ form, toast }: { form: FormLayer; toast: string | undefined }) {
  const theme = useTheme();
  const { text, style } = secondLine(form, toast, theme);
  return (
    <Box flexDirection="column" height={2} flexShrink={0} paddingLeft={1}>
      <Box height={1}>
        <Plan form={form} />
      </Box>
      <Text wrap="truncate" {...style}>
        {text}
      </Text>
    </Box>
  );
}

function Plan({ form }: { form: FormLayer }) {
  const theme = useTheme();
  const touched = touchedFields(form).length;
  if (form.saving) return <Text {...theme.muted}>Writing{marks.ellipsis}</Text>;
  if (isNobodyPicked(form)) return <Text {...theme.muted}>Nobody is picked yet.</Text>;
  if (!form.people && touched === 0) return <Text {...theme.muted}>Nothing is changed yet.</Text>;
  if (!form.planned) return null;
  const { changes, licenses, notices } = form.planned.changeSet;
  const changed = changes.length === 0 ? 'Changes nobody' : `Change ${counted(changes.length, 'user')}`;
  const parts = [
    ...(form.of === 'edit' ? [counted(touched, 'field')] : []),
    ...changedLicenses(licenses).map(use => licenseText(use, marks.arrow)),
    ...notices.map(notice => emailsOf(notice) ?? withoutEnd(notice)),
  ];
  return (
    <Text wrap="truncate" {...theme.text}>
      <Text {...theme.strong}>{form.of === 'add' ? addText(form) : changed}</Text>
      {parts.map(part => ` ${marks.dot} ${part}`).join('')}
    </Text>
  );
}

function isNobodyPicked({ people }: FormLayer): boolean {
  return people?.picked.size === 0;
}

function addText({ people, planned }: FormLayer): string {
  const role = planned?.changeSet.changes[0]?.fields.role?.after?.name;
  return `Add ${counted(people?.picked.size ?? 0, 'user')}${role ? ` as ${visible(role)}` : ''}`;
}

function secondLine(form: FormLayer, toast: string | undefined, theme: Theme): Span {
  const nothing = span('');
  const row = currentRow(form);
  const here = row && row.name !== 'template' ? problemOf(form, row.name) : undefined;
  const all = problemsOf(form);
  const problem = here ?? all[0];
  if (problem && !isNobodyPicked(form)) {
    const more = all.length > 1 ? ` (and ${all.length - 1} more)` : '';
    const text = `${problemText(problem)}${more}`;
    if (text === toast) return nothing;
    // A role that is not chosen yet is no mistake.
    if (problem.code === 'role_missing') return span(visible(text), theme.warning);
    return span(`${marks.failed} ${visible(text)}`, theme.danger);
  }
  if (form.clashes.length > 0)
    return span(`${marks.changed} ${visible(form.news ?? '')} Saving asks what to keep.`, theme.warning);
  if (form.news)
    return toast?.startsWith(form.news)
      ? nothing
      : span(`${marks.changed} ${visible(form.news)}`, theme.warning);
  const [left] = form.planned?.leftOut ?? [];
  if (left) return span(visible(problemText(left)), theme.warning);
  if (row?.disabled) return row.disabled === toast ? nothing : span(row.disabled, theme.muted);
  if (isNobodyPicked(form) || !form.planned) return nothing;
  const { calls, notSent } = pushCostTexts(form.planned.changeSet.account);
  const told = [...calls.map(withoutEnd), notSent[0] ?? secondStep(form)].filter(Boolean);
  return span(visible(told.join(` ${marks.dot} `)), notSent.length > 0 ? theme.warning : theme.muted);
}

function withoutEnd(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

/** What an addition sets once they are users, for all of them the same; empty where that is nothing. */
function secondStep({ planned }: FormLayer): string {
  const [change] = planned?.changeSet.changes ?? [];
  if (!change) return '';
  const { second } = stepsOf(change);
  const told = fieldTexts(change.fields).filter(({ name }) => second.includes(name));
  const texts = told.map(({ label, after }) => `${label.toLowerCase()} ${after}`);
  return texts.length > 0 ? `Right after: ${texts.join(` ${marks.dot} `)}` : '';
}
