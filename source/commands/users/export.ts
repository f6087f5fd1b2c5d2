import * as z from 'zod/mini';
import { readFacts } from '../../../db/changes/facts.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { userPages } from '../../../db/users/pages.ts';
import { usersAmong } from '../../roster/plan/subjects.ts';
import type { User } from '../../roster/users/user.ts';
import type { Call } from '../shell/command.ts';
import { flat, printListing } from '../shell/listing.ts';
import { common, readOptions, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { resolveFilters } from './filters.ts';
import { readNamed } from './subjects.ts';
import { userListing } from './user-listing.ts';

const schema = z.object({ ...common, where: words });

/** `roster export` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const given = readOptions(schema, call);
  const options = { ...given, format: given.format ?? 'csv' };
  const named = await readNamed(call, given.where);
  await withRoster(io, options, 'UserManagement:Read', async work => {
    if (named && 'emails' in named) {
      await printListing(io, userListing(), await usersByEmail(work, named.emails), options);
      return;
    }
    const filters = await resolveFilters(work.roster.read, named?.where ?? []);
    await snapshot(work.roster.read, db =>
      printListing(io, userListing(), flat(userPages(db, { filters })), options),
    );
  });
  return exits.done;
}

async function usersByEmail({ roster, who }: Work, emails: readonly string[]): Promise<User[]> {
  const { users, problems } = usersAmong(await readFacts(roster.read, { emails }, who.operator));
  if (problems.length > 0) throw new Refusal(problems.map(problem => problem.message).join('\n'));
  return users.map(subject => subject.user);
}
