import type { Db } from '../../db/sqlite/dialect.ts';
import { readUsers } from '../../db/users/users.ts';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import type { SortColumn, View } from '../../source/roster/screen/view.ts';
import { fold } from '../../source/roster/text/fold.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';
import type { WindowRequest } from '../../source/roster/users/row.ts';
import type { User } from '../../source/roster/users/user.ts';

/** Every user, to be searched and sorted the slow and obvious way. */
export async function everyUser(db: Db): Promise<User[]> {
  const ids = (await db.selectFrom('users').select('person_id').execute()).map(row => row.person_id);
  return [...(await readUsers(db, ids)).values()];
}

const key: Record<SortColumn, (user: User) => string> = {
  name: () => '',
  email: ({ person }) => emailKey(person.user_email),
  role: ({ settings }) => fold(settings.role.name),
  status: ({ settings }) => settings.user_access,
  presence: ({ settings }) => settings.status_name,
};

function compareText(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function name({ person, settings }: User): string {
  return fold(settings.display_name || person.display_name);
}

/** Compares as the view does: by the column, then the name, then the person; the e-mail alone is unique. */
export function comparing({ sort: { column, reverse } }: View): (a: User, b: User) => number {
  return (a, b) =>
    (compareText(key[column](a), key[column](b)) ||
      (column === 'email' ? 0 : compareText(name(a), name(b))) ||
      a.person.person_id - b.person.person_id) * (reverse ? -1 : 1);
}

function inView(user: User, view: View): boolean {
  const { person, settings } = user;
  const text = [name(user), fold(person.user_email), fold(person.department)];
  return (
    searchWords(view.search).every(word => text.some(part => part.includes(word))) &&
    (view.status === null || settings.user_access === view.status) &&
    (view.role === null || settings.role.id === view.role.id) &&
    (view.package === null || settings.package_name === view.package) &&
    (view.queue === null || settings.queues.some(queue => queue.id === view.queue?.id)) &&
    (view.only === null || view.only.has(person.person_id))
  );
}

/** The whole view as a list. */
export function listed(users: readonly User[], view: View): User[] {
  return users.filter(user => inView(user, view)).sort(comparing(view));
}

/** What a window should be: who is in it, where the cursor stands, how many come before. */
export function windowOf(users: readonly User[], view: View, request: WindowRequest) {
  const list = listed(users, view);
  const { anchor, delta, ifGone } = request;
  if (list.length === 0) return { ids: [], cursor: -1, before: 0 };
  const last = list.length - 1;
  const clamp = (index: number) => Math.min(Math.max(index, 0), last);
  const cursorAt = (): number => {
    if (anchor === 'first') return clamp(delta);
    if (anchor === 'last') return clamp(last + delta);
    const index = list.findIndex(user => user.person.person_id === anchor);
    if (index >= 0) return clamp(index + delta);
    const left = users.find(user => user.person.person_id === anchor);
    if (ifGone === 'first' || !left) return 0;
    const next = list.findIndex(user => comparing(view)(user, left) > 0);
    return clamp((next < 0 ? list.length : next) + delta);
  };
  const at = cursorAt();
  const height = Math.max(1, request.height);
  const line = Math.min(Math.max(0, request.cursorLine), height - 1);
  const top = Math.max(0, Math.min(at - line, list.length - height));
  const ids = list.slice(top, top + height).map(user => user.person.person_id);
  return { ids, cursor: at - top, before: top };
}
