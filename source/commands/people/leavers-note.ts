import { readAccount } from '../../../db/catalog/account.ts';
import { leaversByPackage } from '../../../db/people/leavers.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { heldBy, leaversText } from '../../roster/licenses/leavers.ts';
import { changeSetLimit } from '../../roster/plan/change-set.ts';
import { number } from '../../roster/text/words.ts';
import type { Io } from '../shell/io.ts';
import type { Common } from '../shell/options.ts';
import { dbOption } from '../storage/db-path.ts';

/** Whoever left and holds a license, with the command that takes it in one change (domain rule 10). */
export interface LeaversNote {
  leavers: number;
  text: string;
}

/** Null where nobody is to be told of. */
export async function leaversNote(db: Db, io: Io, options: Common): Promise<LeaversNote | null> {
  const packages = await leaversByPackage(db);
  const leavers = packages.reduce((sum, { users }) => sum + users, 0);
  if (leavers === 0) return null;
  const { license_model } = await readAccount(db);
  const inParts =
    leavers > changeSetLimit
      ? `, ${number(changeSetLimit)} at most at once, with one more filter such as --where search=TEXT`
      : '';
  const command = `roster remove --where person=inactive${dbOption(io, options)}`;
  return { leavers, text: `${leaversText(leavers, heldBy(packages, license_model))}${inParts}: ${command}` };
}
