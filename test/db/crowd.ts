import type { IncomingPerson } from '../../db/people/people.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { editing, joining, setting } from '../roster/intents.ts';
import type { Fixture } from './fixture.ts';

const first = [
  'José',
  'Ana',
  'ana',
  'Émile',
  'Zoë',
  '美玲',
  '𠮷田',
  'Łukasz',
  'Özil',
  'أحمد',
  'हिन्दी',
  'Ａ',
  'O',
];
const last = [
  'Silva',
  'da Silva',
  'Müller',
  'Muller',
  '席尔瓦',
  'Łódź',
  'Straße',
  'O’Neil',
  'حسن',
  '😀 Smith',
  'Zz',
  'B*c [d]?',
];
const departments = ['', 'Billing', 'Légal', '営業'];

/** Names that sort and fold in many ways, and many that are equal. */
export function crowd(size: number): IncomingPerson[] {
  return Array.from({ length: size }, (_, n) => ({
    user_email: `p${(n * 7919) % size}@acme.example`,
    first_name: first[n % first.length]!,
    last_name: last[(n * 5) % last.length]!,
    department: departments[n % departments.length]!,
  }));
}

function some<T>(list: readonly T[], picks: (item: T, index: number) => boolean): T[] {
  return list.filter(picks);
}

/** Licenses everybody but every seventh, in different roles, queues, states of access and presence. */
export async function license(fixture: Fixture, people: readonly IncomingPerson[]): Promise<void> {
  const emails = people.map(person => person.user_email).filter((_, n) => n % 7 !== 6);
  for (let at = 0; at < emails.length; at += 1_000) await fixture.add(...emails.slice(at, at + 1_000));
  const edit = (edits: FieldEdit[], every: number, rest = 0) =>
    fixture.carryOut(editing(edits), { emails: some(emails, (_, n) => n % every === rest) });
  await edit(setting({ role: 'Supervisor' }), 5);
  await edit(setting({ role: 'Admin' }), 11, 3);
  await edit(joining('Billing'), 2);
  await edit(joining('Sales (supervisor)'), 3);
  await edit(setting({ status_name: 'Ready' }), 3, 1);
  await edit(setting({ status_name: 'Not Ready' }), 6, 2);
  // Last, for it signs them out.
  await edit(setting({ user_access: 'inactive' }), 4, 1);
}

export async function queueNamed(db: Db, name: string): Promise<{ id: number; name: string }> {
  return await db
    .selectFrom('queues')
    .select(['queue_id as id', 'queue_name as name'])
    .where('queue_name', '=', name)
    .executeTakeFirstOrThrow();
}
