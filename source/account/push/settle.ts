import { setTimeout } from 'node:timers/promises';
import { countBases, readBases } from '../../../db/account/bases.ts';
import { readSteps } from '../../../db/account/pushes.ts';
import { addRefusals } from '../../../db/account/refusals.ts';
import type { RemoteSettings } from '../../roster/pull/pulled-change.ts';
import type { PushStep } from '../../roster/push/step.ts';
import { sameValue } from '../../roster/users/field-values.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { valueText } from '../../roster/users/user-cells.ts';
import { differencesOf } from '../pull/differences.ts';
import * as reads from '../reads/reads.ts';
import { inTransaction, type Pushing } from './pushing.ts';
import { keepUsersRead, type ReadUsers, withUsersListed, withUsersRead } from './read-users-back.ts';
import { verifyMembers } from './verify-members.ts';
import { verifyThings } from './verify-things.ts';

/** What the account said that it took of a user. */
interface Taken {
  operation: PushStep['operation'];
  /** Null: it took them away. */
  settings: RemoteSettings | null;
}

/** Milliseconds after which whoever is not as they should be is read once more: the account may be slow. */
const patience = 1_000;

/**
 * Reads back whom a change set changed, and compares: what the account took and has otherwise all the same is written down as a
 * conflict. Throws AccountError and BusyError.
 */
export async function settle(pushing: Pushing, change_set_id: number): Promise<void> {
  const { roster } = pushing;
  const done = (await readSteps(roster.read, change_set_id, ['done'])).map(({ step }) => step);
  const taken = takenBy(done);
  const people = [...taken.keys()];
  let others: number[] = [];
  const withRead = (await isListShorter(pushing, people.length)) ? withUsersListed : withUsersRead;
  if (people.length > 0)
    await withRead(pushing, people, async found => {
      others = await differing(pushing, found, taken);
      const isOther = new Set(others);
      const there = new Map([...found.there].filter(([person_id]) => !isOther.has(person_id)));
      await keepUsersRead(pushing, { ...found, there }, { change_set_id });
    });
  if (others.length > 0) {
    await setTimeout(patience, undefined, { signal: pushing.signal });
    await withUsersRead(pushing, others, async found => {
      const wrong = await differing(pushing, found, taken);
      await keepUsersRead(pushing, found, { change_set_id });
      await noteConflicts(pushing, change_set_id, wrong, taken);
    });
  }
  await verifyMembers(pushing, change_set_id, done);
  await verifyThings(pushing, change_set_id, done);
}

/** What was taken of whom, the last of several. */
function takenBy(steps: readonly PushStep[]): Map<number, Taken> {
  const taken = new Map<number, Taken>();
  const add = (person_id: number, operation: PushStep['operation'], settings: RemoteSettings | null) =>
    taken.set(person_id, {
      operation: taken.get(person_id)?.operation ?? operation,
      settings: settings && { ...taken.get(person_id)?.settings, ...settings },
    });
  for (const step of steps) {
    if (step.operation === 'batchDeleteUsers') for (const id of step.people) add(id, step.operation, null);
    if (step.operation === 'assignRegionUsers')
      for (const id of step.people) add(id, step.operation, { region: { id: step.thing_id, name: '' } });
    // Where somebody is changes all the time.
    if ('rows' in step && step.operation !== 'batchUpdateStatus')
      for (const { person_id, settings } of step.rows) add(person_id, step.operation, settings);
  }
  return taken;
}

/** Whether reading the list of all users takes less of the rate than asking for so many one by one. */
async function isListShorter({ roster }: Pushing, people: number): Promise<boolean> {
  const pages = Math.ceil((await countBases(roster.read)) / reads.users.pageSize) + 1;
  // One by one is `light`, of which there are twice as many a second.
  return people / 2 > pages;
}

/** Whom the account has otherwise than it took them. */
async function differing(
  { roster }: Pushing,
  { account, there }: ReadUsers,
  taken: ReadonlyMap<number, Taken>,
): Promise<number[]> {
  const ids = [...there.values()].flatMap(user => (user ? [user.user_id] : []));
  const differences = await (await differencesOf(roster.read, account)).of(ids);
  const theirs = new Map(differences.map(one => [one.person_id, one.theirs]));
  return [...taken].flatMap(([person_id, { settings }]) => {
    if (!there.has(person_id)) return [];
    const said = theirs.get(person_id);
    const isSame =
      settings === null || !said
        ? (settings === null) === (there.get(person_id) === null)
        : otherFields(settings, said).length === 0;
    return isSame ? [] : [person_id];
  });
}

function otherFields(settings: RemoteSettings, said: RemoteSettings): FieldName[] {
  return (Object.keys(settings) as FieldName[]).filter(
    name => name in said && !sameValue(settings[name], said[name]),
  );
}

async function noteConflicts(
  { roster }: Pushing,
  change_set_id: number,
  people: readonly number[],
  taken: ReadonlyMap<number, Taken>,
): Promise<void> {
  const bases = await readBases(roster.read, people);
  const conflicts = people.map(person_id => {
    const { operation, settings } = taken.get(person_id)!;
    const base = bases.get(person_id);
    const said = { ...base?.settings, ...base?.clashes };
    const names = settings && base ? otherFields(settings, said) : [];
    return {
      ...{ person_id, kind: null, local_id: null, operation, code: null },
      ...{ state: 'conflict' as const, fields: names },
      reason: conflictText(settings, base ? said : null, names),
    };
  });
  await inTransaction(roster, trx => addRefusals(trx, change_set_id, conflicts));
}

function conflictText(
  settings: RemoteSettings | null,
  said: RemoteSettings | null,
  names: readonly FieldName[],
): string {
  if (settings === null) return 'The account took the removal, and has the user still.';
  if (!said) return 'The account took it, and does not have the user.';
  const values = names.map(name => `${fields[name].label}: ${valueText(name, said[name] as never) || '–'}`);
  return `The account took it, and has otherwise: ${values.join(', ')}.`;
}
