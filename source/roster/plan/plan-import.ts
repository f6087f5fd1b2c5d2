import { counted, listed } from '../text/words.ts';
import { readEdits } from '../users/edit-settings.ts';
import { emailKey } from '../users/email-key.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { fields } from '../users/fields.ts';
import { type RowDefaults, readDefaults, withDefaults } from '../users/row-defaults.ts';
import { withoutUnchanged } from '../users/unchanged-cells.ts';
import { newSettings, type Person } from '../users/user.ts';
import type { Change, Problem } from './change-set.ts';
import type { Facts, Subject } from './facts.ts';
import type { Draft } from './plan.ts';
import { type Addition, additionNotices, additionOf, whyNotAddable } from './plan-add.ts';
import { updateOf } from './plan-edit.ts';
import { shownName, type UserSubject } from './subjects.ts';

/** One row of a file: who, and what the filled cells say. */
export interface ImportRow {
  /** 1-based line of the file on which the row begins. */
  line: number;
  user_email: string;
  /** By which ours or a directory knows them, whatever their address is (domain rule 10). */
  id?: { kind: string; value: string };
  /** What the row calls them. */
  names?: readonly string[];
  edits: readonly FieldEdit[];
}

export interface Import {
  /** In the order of the facts' subjects: row n is about subject n. */
  rows: readonly ImportRow[];
  /** What was wrong with the file already when it was read. */
  problems: readonly Problem[];
  /** `roster add --from`: nobody who has a license already. */
  onlyAdd: boolean;
  /** What those who are added get where their row leaves it blank. */
  defaults?: Addition;
  /** Worth knowing of the file, such as columns that are not imported. */
  notices?: readonly string[];
}

/**
 * Adds those without a license and updates the others; never removes. All or nothing: each problem is named
 * with line, column and value (domain rule 2). Whoever is added gets all settings at once, as by `planAdd`.
 */
export function planImport({ rows, problems: found, onlyAdd, ...more }: Import, facts: Facts): Draft {
  const defaults = readDefaults(more.defaults, facts);
  const badRoles = new Set(found.filter(({ column }) => column === roleColumn).map(({ line }) => line));
  const changes: Change[] = [];
  const problems: Problem[] = [...defaults.problems, ...found];
  const readdressed: string[] = [];
  const firstLines = new Map<string, number>();
  rows.forEach((row, index) => {
    const at = (problem: Problem): Problem => ({ ...problem, line: row.line });
    const subject = facts.subjects[index];
    const key = emailKey(subject?.person?.user_email ?? row.user_email);
    const first = firstLines.get(key);
    if (first !== undefined) {
      problems.push(at(duplicate(row.user_email, first)));
      return;
    }
    firstLines.set(key, row.line);
    if (!subject) return;
    const { person, holder } = subject;
    if (person && holder) {
      problems.push(at(twoPeople(row, person, holder)));
      return;
    }
    if (person && emailKey(person.user_email) !== emailKey(row.user_email))
      readdressed.push(`${row.user_email} → ${person.user_email}`);
    const planned =
      subject.user && !onlyAdd
        ? planUpdate(row, subject as UserSubject, facts)
        : planAddition(row, subject, facts, { ...defaults, role: defaults.role || badRoles.has(row.line) });
    problems.push(...planned.problems.map(at));
    if (planned.change) changes.push(planned.change);
  });
  problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const added = changes.filter(change => change.action === 'add').length;
  const unchanged = rows.length - changes.length;
  return {
    kind: 'import',
    changes,
    problems,
    notices: [
      ...additionNotices(added, facts),
      ...(more.notices ?? []),
      ...(readdressed.length > 0
        ? [`Known by the id, as the address is another by now: ${listed(readdressed, namedAtMost)}.`]
        : []),
      ...(unchanged > 0 && problems.length === 0 ? [`${counted(unchanged, 'row')} without a change.`] : []),
    ],
  };
}

interface PlannedRow {
  change: Change | null;
  problems: Problem[];
}

function planUpdate(row: ImportRow, subject: UserSubject, facts: Facts): PlannedRow {
  const read = readEdits(withoutUnchanged(row.edits, subject), facts);
  const edited = read.apply(subject.user.settings);
  return { change: updateOf(subject, edited.after), problems: [...read.problems, ...edited.problems] };
}

function planAddition(
  row: ImportRow,
  { asked, person, user }: Subject,
  facts: Facts,
  defaults: RowDefaults,
): PlannedRow {
  const refused = whyNotAddable({ asked, person, user });
  if (refused || !person) return { change: null, problems: refused ? [refused] : [] };
  const edits = withDefaults(withoutUnchanged(row.edits, { person, user }), defaults);
  const read = readEdits(edits, facts);
  const roleRead = !read.problems.some(problem => problem.column === roleColumn);
  const role = defaults.role || edits.some(edit => edit.field === 'role' && edit.op === 'set');
  const edited = read.apply(newSettings({ id: 0, name: '' }));
  const problems = [...read.problems, ...edited.problems, ...(role || !roleRead ? [] : [roleMissing(row)])];
  const complete = problems.length === 0 && edited.after.role.id !== 0;
  return { change: complete ? additionOf(person, edited.after, facts.catalog) : null, problems };
}

const roleColumn = fields.role.jsonName;

function roleMissing({ user_email }: ImportRow): Problem {
  return {
    code: 'role_missing',
    column: roleColumn,
    message: `${user_email} would be added and has no role: fill role_name.`,
  };
}

/** So many changed addresses are named. */
const namedAtMost = 10;

function twoPeople({ user_email, id }: ImportRow, person: Person, holder: Person): Problem {
  const named = (who: Person) => shownName({ person: who, user: null });
  return {
    code: 'two_people',
    column: 'user_email',
    value: user_email,
    message:
      `The id ${id?.value} is that of ${named(person)}, and ${user_email} that of ${named(holder)}. ` +
      'Correct one of the two; where addresses have changed, first: roster people import FILE.csv',
  };
}

function duplicate(user_email: string, first: number): Problem {
  return {
    code: 'duplicate_email',
    column: 'user_email',
    value: user_email,
    message: `${user_email} is on line ${first} already. Leave one of the two.`,
  };
}
