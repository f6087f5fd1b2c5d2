import type { ClashingUser } from '../pull/clash-lines.ts';
import { counted } from '../text/words.ts';
import { sameValue } from '../users/field-values.ts';
import { fields } from '../users/fields.ts';
import type { FieldName, UserSettings } from '../users/user.ts';
import type { Change, FieldChanges, Problem, Resolved } from './change-set.ts';
import type { Facts } from './facts.ts';
import type { Draft } from './plan.ts';
import { changeIn } from './plan-edit.ts';
import { lostIn } from './references.ts';
import { shownName, type UserSubject, usersAmong } from './subjects.ts';

/** What a setting is to be that was changed both here and at the account. */
export interface Resolution {
  person_id: number;
  field: FieldName;
  /** Both as whoever decides saw them. */
  theirs: unknown;
  mine: unknown;
  /** One of these, or of a list some of each. */
  after: unknown;
}

export interface Resolving {
  resolutions: readonly Resolution[];
  /** Who clashes by now, in what; by person. */
  clashing: ReadonlyMap<number, Pick<ClashingUser, 'clashes'>>;
}

/**
 * Decides what clashes. History has it as it goes on at the account: what is taken from there is changed here, and what stays as it
 * is here is changed there, from what the account made of it.
 */
export function planResolve({ resolutions, clashing }: Resolving, facts: Facts): Draft {
  const { users, problems } = usersAmong(facts);
  const byPerson = Map.groupBy(resolutions, ({ person_id }) => person_id);
  const changes: Change[] = [];
  const resolved: Resolved[] = [];
  for (const subject of users) {
    const { person_id } = subject.person;
    const own = byPerson.get(person_id) ?? [];
    if (own.length === 0) continue;
    problems.push(...own.flatMap(one => problemOf(one, subject, { clashing, facts }) ?? []));
    changes.push(changeOf(subject, own));
    resolved.push(...own.map(one => resolvedBy(one)));
  }
  const unchanged = users.length - changes.length;
  const staying = resolved.filter(({ stays }) => stays).length;
  return {
    ...{ kind: 'edit', changes, resolved, problems },
    notices: [
      ...(staying > 0 ? [stayingNotice(staying)] : []),
      ...(unchanged > 0 ? [notClashingNotice(unchanged)] : []),
    ],
  };
}

function resolvedBy({ person_id, field, theirs, mine, after }: Resolution): Resolved {
  return { person_id, field, theirs, stays: sameValue(after, mine) };
}

function changeOf(subject: UserSubject, own: readonly Resolution[]): Change {
  const fieldsOf = ({ field, theirs, mine, after }: Resolution) => [
    field,
    sameValue(after, mine) ? { before: theirs, after: mine } : { before: mine, after },
  ];
  return changeIn(subject, Object.fromEntries(own.map(fieldsOf)) as FieldChanges);
}

/** What was decided on is not as it was any more, or what is to be taken is not here. */
function problemOf(
  { field, theirs, mine, after }: Resolution,
  subject: UserSubject,
  { clashing, facts }: Pick<Resolving, 'clashing'> & { facts: Facts },
): Problem | null {
  const { person_id } = subject.person;
  const whose = `${shownName(subject)}'s ${fields[field].label.toLowerCase()}`;
  const column = fields[field].jsonName;
  const now = clashing.get(person_id)?.clashes.find(clash => clash.field === field);
  if (!now || !sameValue(now.theirs, theirs) || !sameValue(now.mine, mine))
    return {
      person_id,
      column,
      code: 'changed_meanwhile',
      message: `${whose} changed meanwhile. Look again.`,
    };
  const [lost] = lostIn({ [field]: after } as Partial<UserSettings>, facts.catalog);
  if (!lost) return null;
  const { kind, name } = lost;
  const message = `${whose} at the account has the ${kind} ${name}, which is not here any more. Keep what is here, or bring ${name} back first.`;
  return { person_id, column, code: `unknown_${kind}`, value: name, message };
}

function stayingNotice(count: number): string {
  const stay = count === 1 ? 'stays as it is here, and goes' : 'stay as they are here, and go';
  return `${counted(count, 'setting')} ${stay} over what the account has.`;
}

function notClashingNotice(count: number): string {
  return `${counted(count, 'user')} not changed on both sides when the account was read last.`;
}
