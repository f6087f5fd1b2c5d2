import { setImmediate } from 'node:timers/promises';
import type { Db } from '../../db/sqlite/dialect.ts';
import { changeSetLimit } from '../roster/plan/change-set.ts';
import type { UserSettings } from '../roster/users/user.ts';
import type { AccountStatus } from '../roster/users/vocabulary.ts';
import { isNewcomer, leaversBeyond, peopleWithoutLicense } from './comings-and-goings.ts';
import { type Import, importOf } from './imports.ts';
import { peopleOfAccount } from './people.ts';
import { PopulationBatch } from './population-batch.ts';
import { settingsMaker } from './settings.ts';
import type { Organization } from './write-organization.ts';

const peopleAtOnce = 2_000;
/** E-mails are in no order, so every transaction writes most pages of their index anew: few transactions write least. */
const peopleOfTransaction = 50_000;
/** The history picks its people among the first, so that it is the same in small and big accounts. */
const rememberedUsers = 200;

export interface PopulationOptions {
  users: number;
  organization: Organization;
  imports: readonly Import[];
  /** Told the fraction that is done. */
  onProgress: (done: number) => void;
}

/** Whether an account is small enough for its imports to be change sets like others, with what each user came with. */
export function keepsImportedChanges(users: number): boolean {
  return users <= changeSetLimit;
}

/** Writes everybody: the users, then the people without a license. Returns the settings of the first users, by number. */
export async function writePopulation(
  db: Db,
  options: PopulationOptions,
): Promise<Map<number, UserSettings>> {
  const { users, organization, imports, onProgress } = options;
  const nextPerson = peopleOfAccount();
  const makeSettings = settingsMaker(organization);
  const leavers = new Set(leaversBeyond(users));
  const remembered = new Map<number, UserSettings>();
  const people = users + peopleWithoutLicense(users);
  const batch = new PopulationBatch(keepsImportedChanges(users));
  const add = (number: number) => {
    const person = nextPerson();
    batch.addPerson(person, accountStatus(number - users - leavers.size));
    if ((number > users || isNewcomer(number)) && !leavers.has(number)) return;
    const settings = makeSettings(person);
    batch.addUser(person, settings, imports[importOf(number)]!);
    if (number <= Math.min(users, rememberedUsers)) remembered.set(number, settings);
  };
  for (let number = 1; number <= people; ) {
    const end = Math.min(people, number + peopleOfTransaction - 1);
    await db.transaction().execute(async trx => {
      while (number <= end) {
        const last = Math.min(end, number + peopleAtOnce - 1);
        while (number <= last) add(number++);
        await batch.write(trx);
        onProgress(last / people);
        // Lets keys, signals and what is drawn have their turn.
        await setImmediate();
      }
    });
  }
  return remembered;
}

/** What the account says of somebody; users and those who were users lately are active in it. */
function accountStatus(unlicensed: number): AccountStatus {
  if (unlicensed % 8 === 3) return unlicensed > 0 ? 'pending' : 'active';
  return unlicensed > 0 && unlicensed % 11 === 5 ? 'inactive' : 'active';
}
