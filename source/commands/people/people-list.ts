import * as z from 'zod/mini';
import { hasPeople } from '../../../db/catalog/account.ts';
import { type ListedPerson, peoplePages } from '../../../db/people/people-list.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { personJson } from '../../roster/plan/json.ts';
import { quoted } from '../../roster/text/cut-text.ts';
import { accountStatuses } from '../../roster/users/vocabulary.ts';
import { noteMissing } from '../account/first-steps.ts';
import type { Call } from '../shell/command.ts';
import { flat, type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { choice, common, isPage, readOptions, wholeNumber, word } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';

const schema = z.object({
  ...common,
  search: word,
  licensed: choice(['yes', 'no']),
  status: choice(accountStatuses),
  limit: z.optional(wholeNumber),
  offset: z.optional(wholeNumber),
});

const peopleListing: Listing<ListedPerson> = {
  titles: ['Name', 'Email', 'Department', 'Account', 'License'],
  row: person => [
    person.display_name,
    person.user_email,
    person.department,
    person.account_status,
    person.licensed ? 'yes' : '',
  ],
  columns: [
    'user_id',
    'user_email',
    'first_name',
    'last_name',
    'display_name',
    'department',
    'account_status',
    'licensed',
  ],
  cells: person => Object.values(personJson(person, person.licensed)).map(String),
  json: person => personJson(person, person.licensed),
};

/** `roster people list` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const { search, licensed, status, limit, offset } = options;
  const query = { search, licensed: licensed && licensed === 'yes', status, limit, offset };
  await withRoster(io, options, 'UserManagement:Read', async ({ roster }) => {
    const count = await snapshot(roster.read, db =>
      printListing(io, peopleListing, flat(peoplePages(db, query)), options),
    );
    if (count > 0) return;
    if (!(await hasPeople(roster.read))) return await noteMissing(io, roster.read, options);
    const asked = Object.entries({ search, licensed, status }).flatMap(([name, value]) =>
      value ? [`${name} ${quoted(value)}`] : [],
    );
    note(io, isPage(options) ? 'Nobody is on that page.' : `Nobody matches ${asked.join(', ')}.`, options);
  });
  return exits.done;
}
