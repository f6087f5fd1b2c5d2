import { type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { stepsOf } from '../../roster/addition-steps.ts';
import type { LicenseUse } from '../../roster/change-set.ts';
import { emailsOf } from '../../roster/notice.ts';
import { capitalized, counted, number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { fieldTexts } from '../field-text.ts';
import { touchedFields } from './edits.ts';
import { currentRow } from './layers.ts';
import { problemText } from './problem-text.ts';
import { problemOf, problemsOf } from './problems.ts';
import type { FormLayer } from './state.ts';

const muted = { color: 'muted' } as const;

/**
 * What saving would do, and below it what stands against it, or what others did meanwhile: always two lines. What the
 * toast below them says already is not said twice.
 */
export function planLines(form: FormLayer, toast: string | undefined, look: Look): [Span[], Span[]] {
  return [
    [span(' '), ...planSpans(form, look)],
    [span(' '), ...secondSpans(form, toast, look)],
  ];
}

function planSpans(form: FormLayer, look: Look): Span[] {
  if (form.saving) return [span(`Writing${look.marks.ellipsis}`, muted)];
  const { planned } = form;
  const idle = form.of === 'add' ? 'Nobody is picked yet.' : 'Nothing is changed yet.';
  const isIdle = form.people ? form.people.picked.size === 0 : touchedFields(form).length === 0;
  if (isIdle || !planned) return [span(isIdle ? idle : '', muted)];
  const { changeSet } = planned;
  const touched = touchedFields(form).length;
  const what =
    form.of === 'add'
      ? visible(addText(form))
      : changeSet.changes.length === 0
        ? 'Changes nobody'
        : `Change ${counted(changeSet.changes.length, 'user')}`;
  const parts = [
    ...(form.of === 'edit' ? [counted(touched, 'field')] : []),
    ...changeSet.licenses.filter(use => use.before !== use.after).map(use => licenseText(use, look)),
    ...changeSet.notices.map(shortNotice),
  ];
  const dot = ` ${look.marks.dot} `;
  return [span(what, { bold: true }), span(parts.map(part => dot + part).join(''))];
}

function addText({ people, planned }: FormLayer): string {
  const count = people?.picked.size ?? 0;
  const role = planned?.changeSet.changes[0]?.fields.role?.after?.name;
  return `Add ${counted(count, 'user')}${role ? ` as ${role}` : ''}`;
}

function licenseText({ package_name, before, after, total }: LicenseUse, { marks }: Look): string {
  return `${capitalized(package_name)} licenses ${number(before)} ${marks.arrow} ${number(after)} of ${number(total)}`;
}

function shortNotice(notice: string): string {
  return emailsOf(notice) ?? notice.replace(/\.$/, '');
}

function secondSpans(form: FormLayer, toast: string | undefined, look: Look): Span[] {
  const row = currentRow(form);
  const here = row && row.name !== 'template' ? problemOf(form, row.name) : undefined;
  const all = problemsOf(form);
  const isIdle = form.people !== null && form.people.picked.size === 0;
  const problem = here ?? all[0];
  if (problem && !isIdle) {
    const more = all.length > 1 ? ` (and ${all.length - 1} more)` : '';
    const text = `${problemText(problem)}${more}`;
    if (text === toast) return [];
    // A role that is not chosen yet is no mistake.
    if (problem.code === 'role_missing') return [span(visible(text), { color: 'warning' })];
    return [span(`${look.marks.failed} ${visible(text)}`, { color: 'danger' })];
  }
  if (form.clashes.length > 0)
    return [
      span(`${look.marks.changed} ${visible(form.news ?? '')} Saving asks what to keep.`, {
        color: 'warning',
      }),
    ];
  const left = form.planned?.leftOut ?? [];
  if (form.news && toast?.startsWith(form.news)) return [];
  if (form.news) return [span(`${look.marks.changed} ${visible(form.news)}`, { color: 'warning' })];
  const [first] = left;
  if (first) return [span(visible(problemText(first)), { color: 'warning' })];
  return isIdle ? [] : [span(secondStep(form, look), muted)];
}

/** What an addition sets once they are users, for all of them the same; empty where that is nothing. */
function secondStep({ planned }: FormLayer, { marks }: Look): string {
  const [change] = planned?.changeSet.changes ?? [];
  if (!change) return '';
  const { second } = stepsOf(change);
  const told = fieldTexts(change.fields).filter(({ name }) => second.includes(name));
  const texts = told.map(({ label, after }) => `${label.toLowerCase()} ${after}`);
  return texts.length > 0 ? `Right after: ${texts.join(` ${marks.dot} `)}` : '';
}
