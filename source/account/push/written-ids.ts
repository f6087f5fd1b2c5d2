import * as z from 'zod/mini';
import type { CatalogRecord } from '../../roster/plan/change-set.ts';
import type { PushedKind, PushStep } from '../../roster/push/step.ts';
import { peopleOf } from '../../roster/push/step.ts';
import { emailKey } from '../../roster/users/email-key.ts';
import type { Pushing } from './pushing.ts';

const added = z.object({ users: z.array(z.object({ user_id: z.string(), user_email: z.string() })) });

/** By which ids the account knows those whom it says that it added; others of a batch are left out. */
export async function addedUsers(
  { naming }: Pushing,
  step: PushStep,
  body: unknown,
): Promise<Map<number, string>> {
  const { users = [] } = added.safeParse(body).data ?? {};
  const names = await naming.of(step);
  const people = peopleOf(step);
  const byId = new Map(people.map(person_id => [names.userId(person_id), person_id]));
  const byEmail = new Map(people.map(person_id => [emailKey(names.email(person_id)), person_id]));
  return new Map(
    users.flatMap(({ user_id, user_email }): [number, string][] => {
      const person_id = byId.get(user_id) ?? byEmail.get(emailKey(user_email));
      return person_id === undefined ? [] : [[person_id, user_id]];
    }),
  );
}

/** The id of what was made; null where the answer does not have it. */
export function createdId(of: PushedKind, body: unknown): string | null {
  const answer = z.record(z.string(), z.unknown()).safeParse(body).data ?? {};
  // A queue has an older id and a newer one; lists are known by the older.
  const id = answer[`${of}_id`];
  return typeof id === 'string' ? id : null;
}

const told: Readonly<Record<PushedKind, readonly string[]>> = {
  region: ['region_name'],
  role: ['role_name'],
  queue: ['queue_name', 'channel'],
  skill: ['skill_name', 'category'],
  team: ['team_name'],
};

/** What of a record lists tell, too. */
export function saidOf(of: PushedKind, values: CatalogRecord): CatalogRecord {
  return Object.fromEntries(Object.entries(values).filter(([name]) => told[of].includes(name)));
}
