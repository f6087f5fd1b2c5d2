import { readBases } from '../../../db/account/bases.ts';
import { countMembers } from '../../../db/account/member-counts.ts';
import { atAccount } from '../../../db/account/pending.ts';
import { readRemoteIds } from '../../../db/account/remote-things.ts';
import { readQueues } from '../../../db/catalog/catalog.ts';
import { readFacts } from '../../../db/changes/facts.ts';
import type { TestUser } from '../../account/probe/probing.ts';
import { usersAmong } from '../../roster/plan/subjects.ts';
import { fold } from '../../roster/text/fold.ts';
import { listed } from '../../roster/text/words.ts';
import { fields } from '../../roster/users/fields.ts';
import type { User } from '../../roster/users/user.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';

/**
 * Whom a probe is tried on, by the roster alone: somebody who is the same here and at the account. Throws Refusal.
 */
export async function testUser(
  work: Work,
  email: string,
  options: Common & { queue?: string | undefined },
): Promise<TestUser> {
  const { roster, who, io } = work;
  const facts = await readFacts(roster.read, { emails: [email] }, who.operator);
  const { users, problems } = usersAmong(facts);
  const user = users[0]?.user;
  if (!user) throw new Refusal(problems.map(({ message }) => message).join('\n'));
  const { person_id, user_email } = user.person;
  const { isNew, waits, clashes } = (await atAccount(roster.read, user))!;
  const [names] = [waits, clashes].filter(list => list.length > 0);
  const which = names ? ` (${listed(names.map(name => fields[name].label))})` : '';
  if (isNew || waits.length > 0)
    throw new Refusal(`${user_email} waits to be sent${which}. First: roster push${dbOption(io, options)}`);
  if (names)
    throw new Refusal(
      `${user_email} was changed both here and at the account${which}. See: roster diff ${user_email}${dbOption(io, options)}`,
    );
  const user_id = (await readBases(roster.read, [person_id])).get(person_id)?.remote_id;
  if (!user_id)
    throw new Refusal(
      `The account’s id of ${user_email} is not known. First: roster pull${dbOption(io, options)}`,
    );
  return { user_id, user_email, queue: await queueFor(work, user, options.queue) };
}

/** The queue that was named, else the smallest, of those that they are not in; null: there is none. */
async function queueFor(
  { roster }: Work,
  { person, settings }: User,
  named: string | undefined,
): Promise<TestUser['queue']> {
  const ids = (await readRemoteIds(roster.read)).get('queue') ?? new Map<string, number>();
  const remote = new Map([...ids].map(([there, here]) => [here, there]));
  const all = await readQueues(roster.read);
  const queues = named === undefined ? all : all.filter(({ name }) => fold(name) === fold(named));
  if (named !== undefined && queues.length === 0) throw new Refusal(`There is no queue "${named}".`);
  const free = queues.filter(({ id }) => remote.has(id) && !settings.queues.some(queue => queue.id === id));
  if (named !== undefined && free.length === 0)
    throw new Refusal(`${person.user_email} is in ${queues[0]!.name}, or the account does not have it.`);
  const sizes = await Promise.all(free.map(({ id }) => countMembers(roster.read, 'queue', id)));
  const smallest = free[sizes.indexOf(Math.min(...sizes))];
  return smallest ? { queue_id: remote.get(smallest.id)!, queue_name: smallest.name } : null;
}
