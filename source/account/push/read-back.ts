import { readBases } from '../../../db/account/bases.ts';
import { readRemoteIds } from '../../../db/account/remote-things.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { readUsers } from '../../../db/users/users.ts';
import type { RemoteSettings } from '../../roster/pull/pulled-change.ts';
import { assumedOf, type Bases, hadAtAccount, type Settled, settledOf } from '../../roster/push/settled.ts';
import { type PushStep, peopleOf } from '../../roster/push/step.ts';
import { knownThings } from '../../roster/push/waiting-things.ts';
import type { Pushing } from './pushing.ts';
import { readMembersBack, readOptingBack, readSkillsBack } from './read-members-back.ts';
import { readThingBack } from './read-things-back.ts';
import { keepUsersRead, withUsersRead } from './read-users-back.ts';

/**
 * Reads what the account has of all that a step is about, and keeps that; what of the step it does not have yet, null where it has all.
 * Throws AccountError and BusyError.
 */
export async function readBack(
  pushing: Pushing,
  step: PushStep,
  change_set_id: number,
): Promise<PushStep | null> {
  const { roster, naming } = pushing;
  switch (step.operation) {
    case 'createSkillCategory': {
      naming.forgetCategories();
      const names = await naming.of({ operation: 'createSkill', thing_id: 0, name: '', values: {} });
      return names.category(step.category) === null ? step : null;
    }
    case 'assignSkills':
    case 'deleteUserSkill':
      await readSkillsBack(pushing, step.people[0], new Set(skillsOf(step)));
      break;
    case 'optInOutQueues':
    case 'updateQueueAgent':
      await readOptingBack(pushing, step);
      break;
    case 'batchCreateUsers':
    case 'batchUpdateUsers':
    case 'updateUser':
    case 'batchUpdateStatus':
    case 'batchDeleteUsers':
    case 'assignRegionUsers':
      await withUsersRead(pushing, peopleOf(step), async found =>
        keepUsersRead(pushing, found, { change_set_id, given: await givenBy(roster.read, step) }),
      );
      break;
    default:
      if (!('people' in step)) return (await readThingBack(pushing, step)) ? null : step;
      await readMembersBack(pushing, step);
  }
  return await whatIsLeft(roster.read, step);
}

/** The skills that a step gives or takes away. */
export function skillsOf(step: PushStep): number[] {
  if ('skills' in step) return step.skills.map(({ id }) => id);
  return step.operation === 'deleteUserSkill' ? [step.thing_id] : [];
}

/** What of a step the account does not have, as far as is known here. */
export async function whatIsLeft(read: Db, step: PushStep): Promise<PushStep | null> {
  return (await settledNow(read, step)).left;
}

/** How the account stands to a step, as far as is known here. */
export async function settledNow(read: Db, step: PushStep): Promise<Settled> {
  const kept = await readBases(read, peopleOf(step));
  const bases: Bases = new Map([...kept].map(([person_id, { settings }]) => [person_id, settings]));
  return settledOf(step, bases, await surroundings(read));
}

/** What of the catalog a step is compared with. */
export async function surroundings(read: Db) {
  const catalog = await readCatalog(read);
  return { catalog, mainRegion: knownThings(catalog, await readRemoteIds(read)).mainRegion };
}

/** What those are taken to have been given whom the account may have added without saying so. */
async function givenBy(read: Db, step: PushStep): Promise<Map<number, RemoteSettings>> {
  if (step.operation !== 'batchCreateUsers') return new Map();
  const around = await surroundings(read);
  const users = await readUsers(read, peopleOf(step));
  return new Map(
    step.rows.map(({ person_id, settings }) => [
      person_id,
      { ...assumedOf(settings, around), ...hadAtAccount(users.get(person_id)?.settings) },
    ]),
  );
}
