import { type Clash, clashKey, type Side } from '../plan/clashes.ts';
import type { Resolution } from '../plan/plan-resolve.ts';
import { sameValue } from '../users/field-values.ts';
import { type Part, partsOf } from '../users/parts.ts';
import type { FieldName, UserSettings } from '../users/user.ts';
import type { AccountClash } from './open-clashes.ts';

/** Somebody whose settings were changed both here and at the account. */
export interface ClashingUser {
  person_id: number;
  name: string;
  clashes: readonly AccountClash[];
}

/** Every field of theirs as one side has it; of these fields where they are given. */
export function allOf(
  side: Side,
  users: Iterable<ClashingUser>,
  names?: ReadonlySet<FieldName>,
): Resolution[] {
  return [...users].flatMap(({ person_id, clashes }) =>
    clashes
      .filter(({ field }) => !names || names.has(field))
      .map(({ field, theirs, mine }) => ({
        ...{ person_id, field, theirs, mine },
        after: side === 'theirs' ? theirs : mine,
      })),
  );
}

/** A line to decide on, for one or many users. `merged`: what it is where only one side changed that much of it; else null. */
export interface ClashLine {
  clash: Clash;
  merged: Side | null;
}

/** What is to be decided: settings as a whole, and of lists each item in which both sides differ. */
export function clashLines(users: readonly ClashingUser[]): ClashLine[] {
  const lines = new Map<string, ClashLine>();
  for (const { person_id, clashes } of users)
    for (const clash of clashes)
      for (const line of linesOf(person_id, clash)) {
        const key = clashKey(line.clash);
        const before = lines.get(key);
        lines.set(key, before ? joined(before, line) : line);
      }
  return [...lines.values()];
}

function linesOf(person_id: number, { field, was, theirs, mine }: AccountClash): ClashLine[] {
  const parts = { was: parted(field, was), theirs: parted(field, theirs), mine: parted(field, mine) };
  return differing(parts).map(key => {
    const [before, there, here] = [parts.was.get(key), parts.theirs.get(key), parts.mine.get(key)];
    return {
      clash: {
        ...{ field, item: itemOf(there, here), edits: [], people: [person_id] },
        ...{ was: before?.text ?? '', theirs: there?.text ?? '', mine: here?.text ?? '' },
      },
      merged: same(before, there) ? 'mine' : same(before, here) ? 'theirs' : null,
    };
  });
}

type Parts = Map<unknown, Part>;

function parted(field: FieldName, value: unknown): Parts {
  return partsOf(field, { [field]: value ?? (isList(field) ? [] : null) } as unknown as UserSettings);
}

/** In what both sides differ. */
function differing({ theirs, mine }: { theirs: Parts; mine: Parts }): unknown[] {
  const keys = new Set([...theirs.keys(), ...mine.keys()]);
  return [...keys].filter(key => !same(theirs.get(key), mine.get(key)));
}

function same(a: Part | undefined, b: Part | undefined): boolean {
  return sameValue(a?.value ?? null, b?.value ?? null);
}

function itemOf(there: Part | undefined, here: Part | undefined): string | null {
  return (here ?? there)?.item ?? null;
}

function joined(a: ClashLine, b: ClashLine): ClashLine {
  const common = <T>(one: T, other: T) => (one === other ? one : null);
  return {
    clash: {
      ...a.clash,
      people: [...a.clash.people, ...b.clash.people],
      was: common(a.clash.was, b.clash.was),
      theirs: common(a.clash.theirs, b.clash.theirs),
      mine: common(a.clash.mine, b.clash.mine),
    },
    merged: common(a.merged, b.merged),
  };
}

/** What was decided on all lines, as what each setting is to be; `sides` are those of the lines, in their order. */
export function resolutionsOf(
  users: readonly ClashingUser[],
  lines: readonly Clash[],
  sides: readonly Side[],
): Resolution[] {
  const chosen = new Map(lines.map((line, index) => [clashKey(line), sides[index]!]));
  return users.flatMap(({ person_id, clashes }) =>
    clashes.map(({ field, theirs, mine }) => ({
      ...{ person_id, field, theirs, mine },
      after: decided(field, { theirs, mine }, item => chosen.get(clashKey({ field, item })) ?? 'mine'),
    })),
  );
}

/** A setting with each part as the side has it that was chosen for it. */
function decided(
  field: FieldName,
  { theirs, mine }: Pick<AccountClash, 'theirs' | 'mine'>,
  sideOf: (item: string | null) => Side,
): unknown {
  const parts = { theirs: parted(field, theirs), mine: parted(field, mine) };
  const open = new Set(differing(parts));
  const keys = [...new Set([...parts.mine.keys(), ...parts.theirs.keys()])];
  const values = keys.flatMap(key => {
    const [there, here] = [parts.theirs.get(key), parts.mine.get(key)];
    const part = open.has(key) && sideOf(itemOf(there, here)) === 'theirs' ? there : here;
    return part ? [part.value] : [];
  });
  return isList(field) ? values : values[0];
}

function isList(field: FieldName): boolean {
  return field === 'queues' || field === 'skills' || field === 'add_ons_plan';
}
