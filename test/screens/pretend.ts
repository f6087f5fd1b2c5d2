import type { Action } from '../../source/app/layers.ts';
import { reduce } from '../../source/app/reduce.ts';
import { type App, initialApp } from '../../source/app/state.ts';
import type { AppliedChangeSet, Change } from '../../source/roster/plan/change-set.ts';
import type { ChangeRequest, Effect, Outcome, Planned } from '../../source/roster/screen/effects.ts';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import { nobody, withAll, withoutAll } from '../../source/roster/screen/selection.ts';
import { type View, wholeRoster } from '../../source/roster/screen/view.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Row, RowWindow, WindowRequest } from '../../source/roster/users/row.ts';

/** The screen on a roster that is a plain list: what the reducers ask for is answered at once. */
export interface Pretended {
  app: App;
  /** What was asked for that has no answer: quit, copy, remember … */
  asked: Effect[];
  /** Milliseconds. */
  now: number;
}

const names = [
  'Ana Silva',
  'Bruno da Silva',
  '席尔瓦 美玲',
  'محمد الحسن',
  'Zoë',
  '👩🏽‍💻 Ada',
  'Nguyễn Thị Minh Châu',
];

/** The `n`th user, the same every time. */
export function person(n: number): Row {
  return {
    person_id: n + 1,
    name: `${names[n % names.length]} ${n}`,
    email: `p${n}@acme.example`,
    department: n % 3 === 0 ? 'Customer Care' : '',
    role: n % 5 === 0 ? 'Supervisor' : 'Agent',
    queues: n % 2 === 0 ? ['Billing', 'Chat', '日本語サポート'] : [],
    presence: n % 4 === 0 ? 'Ready' : 'Offline',
    presenceReason: null,
    pending: null,
    status: n % 7 === 0 ? 'inactive' : 'active',
  };
}

export function pretend(users: number, size = { columns: 80, rows: 24 }): Pretended {
  const viewer = {
    operator_name: 'maria',
    role_name: 'Admin',
    via: 'ssh',
    is_owner: true,
    privileges: [],
    mayEdit: true,
    mayReadHistory: true,
    confined: false,
  };
  const account = {
    account_name: 'Acme Support',
    license_model: 'named' as const,
    hasPeople: true,
    leavers: 0,
    domain: null,
    pools: [{ package_name: 'essentials' as const, total: 500, used: users, exceeded_since: null }],
  };
  const story = { app: initialApp(size, viewer, account, {}, null), asked: [], now: 1_000 };
  return send(story, { type: 'start' }, users);
}

/** Presses keys, a second apart: names of key events, or characters. */
export function press(story: Pretended, users: number, ...keys: string[]): Pretended {
  let after = story;
  for (const key of keys) {
    const at = after.now + 1_000;
    const text = key === 'space' ? ' ' : /^.$/u.test(key) ? key : '';
    after = send({ ...after, now: at }, { type: 'key', key, text, at }, users);
  }
  return after;
}

export function send(story: Pretended, action: Action, users: number): Pretended {
  const { app, effects } = reduce(story.app, action);
  let after: Pretended = { ...story, app };
  for (const effect of effects) {
    const outcome = answer(effect, users);
    after = outcome ? send(after, outcome, users) : { ...after, asked: after.asked.concat(effect) };
  }
  return after;
}

/** What the database would say; null where nothing comes back. */
export function answer(effect: Effect, users: number): Outcome | null {
  switch (effect.type) {
    case 'window': {
      const { view, request } = effect;
      return { type: 'windowed', request, window: windowOf(matching(view, users), request) };
    }
    case 'count': {
      const { view, selected, person_id } = effect;
      const all = ids(matching(view, users));
      const selectedMatching = all.filter(id => selected.has(id)).length;
      const row = person_id === null ? -1 : all.indexOf(person_id);
      const totals = { matching: all.length, users, selectedMatching };
      return { type: 'counted', asked: effect, totals, row: row < 0 ? null : row };
    }
    case 'ids': {
      const { view, change } = effect;
      return { type: 'ids', view, ids: withAll(nobody, ids(matching(view, users))), change };
    }
    case 'between': {
      const { view } = effect;
      const all = ids(matching(view, users));
      const [from = 0, to = 0] = effect.ids.map(id => all.indexOf(id)).sort((a, b) => a - b);
      const found = withAll(nobody, from < 0 ? [] : all.slice(from, to + 1));
      return { type: 'ids', view, ids: found, change: 'add' };
    }
    case 'choices':
      return { type: 'choices', of: effect.of, choices: [{ id: 1, name: 'Billing' }] };
    case 'choice-counts':
      return { ...effect, users: new Map([[1, 2]]), all: users };
    case 'missing-users':
      return {
        type: 'missing-users',
        people: withoutAll(effect.selected, ids(matching(wholeRoster, users))),
      };
    case 'plan':
      return { type: 'planned', planned: planFor(effect.request, users) };
    default:
      return null;
  }
}

function ids(rows: readonly Row[]): number[] {
  return rows.map(row => row.person_id);
}

export function matching(view: View, users: number): Row[] {
  const words = searchWords(view.search);
  const found = Array.from({ length: users }, (_, n) => person(n)).filter(
    row =>
      words.every(word => fold(`${row.name} ${row.email}`).includes(word)) &&
      (view.queue === null || row.queues.includes(view.queue.name)) &&
      (view.role === null || row.role === view.role.name) &&
      (view.status === null || row.status === view.status) &&
      (view.only === null || view.only.has(row.person_id)),
  );
  return view.sort.reverse ? found.reverse() : found;
}

export function windowOf(all: readonly Row[], request: WindowRequest): RowWindow {
  if (all.length === 0) return { rows: [], cursor: -1, before: 0 };
  const { anchor, delta, cursorLine, height } = request;
  const last = all.length - 1;
  const found = anchor === 'first' ? 0 : anchor === 'last' ? last : ids(all).indexOf(anchor);
  const at = Math.min(last, Math.max(0, Math.max(0, found) + delta));
  const before = Math.max(0, Math.min(at - Math.min(cursorLine, height - 1), all.length - height));
  // As the database does: where it would have to count, it leaves that to whoever counts.
  const known = before === 0 || request.anchorRow !== null;
  return { rows: all.slice(before, before + height), cursor: at - before, before: known ? before : null };
}

/** A plan without problems for those a request is about. */
export function planFor(request: ChangeRequest, users: number): Planned {
  const about = 'ids' in request ? request.ids : [];
  const changes = about.map((person_id): Change => {
    const { name, email } = person(person_id - 1);
    const action = request.kind === 'remove' ? 'remove' : 'update';
    return { person_id, user_email: email, user_name: name, action, version: 1, fields: {} };
  });
  const licenses = [
    { package_name: 'essentials' as const, before: users, after: users - changes.length, total: 500 },
  ];
  const summary = `Remove ${changes.length} users`;
  const changeSet = {
    kind: request.kind === 'edit' ? ('edit' as const) : ('remove' as const),
    summary,
    changes,
    catalog: [],
    problems: [],
    licenses,
    notices: [],
  };
  const seen =
    (request.kind === 'remove' || request.kind === 'edit') && request.seenIn
      ? ids(matching(request.seenIn, users))
      : about;
  const notShown = about.filter(id => !seen.includes(id)).length;
  return { request, changeSet, leftOut: [], notShown };
}

/** The change set of a plan once it is written. */
export function appliedOf({ changeSet }: Planned): AppliedChangeSet {
  const written = { id: 7, at: '2026-11-23T07:41:00.000Z', operator_name: 'maria', via: 'local' };
  return { ...changeSet, ...written, users: changeSet.changes.length, undone_by: null };
}
