import { readFacts } from '../../../db/changes/facts.ts';
import { changesOfPerson } from '../../../db/history/change-sets.ts';
import { may } from '../../roster/access/privileges.ts';
import { settingOrder, userJson } from '../../roster/plan/json.ts';
import { shownName, usersAmong } from '../../roster/plan/subjects.ts';
import { emailsIn } from '../../roster/screen/pasted-emails.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { accountFields, fields } from '../../roster/users/fields.ts';
import type { FieldName, User, UserSettings } from '../../roster/users/user.ts';
import { isWithoutEffect, valueText } from '../../roster/users/user-cells.ts';
import { historyListing } from '../history/history-listing.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { printListing } from '../shell/listing.ts';
import { type Common, readCommon } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { tableLines } from '../shell/text-table.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { userListing } from './user-listing.ts';

const lastChanges = 5;

/** `roster show` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readCommon(call);
  await withRoster(io, options, 'UserManagement:Read', async work => {
    const { roster, who } = work;
    const facts = await readFacts(roster.read, { emails: call.arguments.flatMap(emailsIn) }, who.operator);
    const { users, problems } = usersAmong(facts);
    const user = users[0]?.user;
    if (!user) throw new Refusal(problems.map(problem => problem.message).join('\n'));
    await printUser(work, user, options);
  });
  return exits.done;
}

async function printUser({ roster, who, io }: Work, user: User, options: Common): Promise<void> {
  const { format = 'table' } = options;
  if (format === 'csv') return void (await printListing(io, userListing(), [user], options));
  if (format !== 'table') return printJson(io, userJson(user), options);
  await printFacts(io, facts(user));
  const said = accountFields.filter(name => user.settings[name] !== null);
  if (said.length > 0) {
    await print(io, '\nSet at the account only\n');
    await printFacts(
      io,
      said.map(name => [fields[name].label, textOf(name, user.settings)]),
    );
  }
  if (!may(who.operator, 'RptContactCenterOperationLog:Read')) return;
  const sets = await changesOfPerson(roster.read, user.person.person_id, lastChanges);
  if (sets.length === 0) return;
  await print(io, '\nLast changes\n');
  await printListing(io, historyListing, sets, options);
}

async function printFacts(io: Io, facts: readonly string[][]): Promise<void> {
  for await (const line of tableLines(['', ''], facts, { color: false }))
    await print(io, line.replace(/^\s*\n/, ''));
}

function textOf(name: FieldName, settings: UserSettings): string {
  const text = valueText(name, settings[name]);
  return isWithoutEffect(name, settings) ? `${text} (no effect: several channels are off)` : text;
}

/** Everything about a user, a line a fact; what is not set shows a dash. */
function facts(user: User): string[][] {
  const { person, settings } = user;
  return [
    ['Name', shownName({ person, user })],
    ['Email', person.user_email],
    ['First name', person.first_name],
    ['Last name', person.last_name],
    ['Department', person.department],
    ['Account status', person.account_status],
    ...settingOrder
      .filter(name => fields[name].settable !== 'at-the-account')
      .map(name => [fields[name].label, textOf(name, settings)]),
    ['User id', person.user_id],
    ['Added', localTime(user.added_at)],
    ['Changed', `${localTime(user.modified_at)} by ${user.modified_by}, change set ${user.version}`],
  ].map(([label = '', value]) => [label, value || '–']);
}
