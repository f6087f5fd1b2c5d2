import { scopeOf } from '../../../db/account/pushes.ts';
import { readWaiting, type Waiting } from '../../../db/account/waiting.ts';
import { readAccount } from '../../../db/catalog/account.ts';
import { operations } from '../../roster/push/operations.ts';
import { callsText } from '../../roster/push/rate-limits.ts';
import { type PushStep, peopleOf } from '../../roster/push/step.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import { fields, portalPlace } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';

/** What is sent by one operation, or a field that can't be. */
interface Line {
  operation: PushStep['operation'] | null;
  field: FieldName | null;
  calls: number;
  /** Addresses of users. */
  users: string[];
  /** Queues, skills … by name, where that is known. */
  things: string[];
}

const lines: Listing<Line> = {
  titles: ['What', 'Calls', 'Users', 'Which'],
  row: ({ operation, field, calls, users, things }) => [
    operation ? operations[operation].title : `Not sent: ${fields[field!].label}`,
    operation ? number(calls) : '–',
    users.length > 0 ? number(users.length) : '–',
    listed(users.length > 0 ? users : things),
  ],
  columns: ['operation', 'not_sent', 'calls', 'users', 'user_emails', 'names'],
  cells: line =>
    Object.values(jsonOf(line)).map(value => (Array.isArray(value) ? value.join('; ') : String(value ?? ''))),
  json: jsonOf,
};

function jsonOf({ operation, field, calls, users, things }: Line) {
  const not_sent = field && fields[field].jsonName;
  return { operation, not_sent, calls, users: users.length, user_emails: users, names: things };
}

/** Shows what would be sent: of a change set, or all that is otherwise at the account. */
export async function showWaiting({ roster, io }: Work, id: number | null, options: Common): Promise<void> {
  const waiting = await readWaiting(roster.read, id === null ? undefined : await scopeOf(roster.read, id));
  const { plan, rate_share } = await readAccount(roster.read);
  await printListing(io, lines, linesOf(waiting), options);
  const { steps, notSent, clashing } = waiting;
  const calls = steps.length > 0 ? `${callsText(steps, plan, rate_share)}.` : 'Nothing waits to be sent.';
  note(io, `${calls} Nothing was sent (--dry-run).`, options);
  if (notSent.length > 0) note(io, `What is not sent can be set ${portalPlace}.`, options);
  if (clashing > 0)
    note(
      io,
      `Left out is what was changed both here and there, of ${counted(clashing, 'user')}; see: roster diff${dbOption(io, options)}`,
      options,
    );
}

function linesOf({ steps, notSent, emails }: Waiting): Line[] {
  const emailsOf = (people: readonly number[]) => [...new Set(people)].map(id => emails.get(id) ?? '').sort();
  const byOperation = Map.groupBy(steps, ({ operation }) => operation);
  const byField = Map.groupBy(notSent, ({ field }) => field);
  return [
    ...[...byOperation].map(([operation, some]) => ({
      ...{ operation, field: null, calls: some.length },
      users: emailsOf(some.flatMap(peopleOf)),
      things: some.flatMap(thingOf).filter(name => name !== ''),
    })),
    ...[...byField].map(([field, some]) => ({
      ...{ operation: null, field, calls: 0, things: [] },
      users: emailsOf(some.map(({ person_id }) => person_id)),
    })),
  ];
}

function thingOf(step: PushStep): string[] {
  if (step.operation === 'createSkillCategory') return [step.category];
  return 'name' in step ? [step.name] : [];
}
