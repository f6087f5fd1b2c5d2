import type { Action } from '../../source/app/layers.ts';
import { reduce } from '../../source/app/reduce.ts';
import { type App, initialApp } from '../../source/app/state.ts';
import type { Viewer } from '../../source/roster/access/viewer.ts';
import type { AppliedChangeSet, Change } from '../../source/roster/plan/change-set.ts';
import type { Effect } from '../../source/roster/screen/effects.ts';
import type { Row } from '../../source/roster/users/row.ts';
import { newSettings, type User, type UserSettings } from '../../source/roster/users/user.ts';
import { linesOf } from './drawn.tsx';

/** A screen whose questions are answered by the test, one by one. */
export interface PageStory {
  app: App;
  /** What was asked for since the last look at it. */
  asked: Effect[];
  press(...keys: string[]): void;
  send(action: Action): void;
  /** What was asked for, by type; forgets all that was asked. */
  take<Type extends Effect['type']>(type: Type): Extract<Effect, { type: Type }>[];
  /** The lines as a person sees them, without color. */
  lines(): string[];
}

const marias: Viewer = {
  operator_name: 'maria',
  role_name: 'Admin',
  via: '',
  is_owner: true,
  privileges: [],
  mayEdit: true,
  confined: false,
  mayReadHistory: true,
};

export function pageStory(size = { columns: 100, rows: 30 }, viewer: Partial<Viewer> = {}): PageStory {
  const pools = [{ package_name: 'essentials' as const, total: 10, used: 3, exceeded_since: null }];
  const account = {
    account_name: 'Acme',
    license_model: 'named' as const,
    hasPeople: true,
    leavers: 0,
    pools,
    domain: null,
  };
  let now = 1_000;
  const story: PageStory = {
    app: initialApp(size, { ...marias, ...viewer }, account, {}, null),
    asked: [],
    press(...keys) {
      for (const key of keys) {
        now += 1_000;
        story.send({ type: 'key', key, text: /^.$/u.test(key) ? key : '', at: now });
      }
    },
    send(action) {
      const { app, effects } = reduce(story.app, action);
      story.app = app;
      story.asked.push(...effects);
    },
    take(type) {
      const taken = story.asked.filter(effect => effect.type === type);
      story.asked = [];
      return taken as never;
    },
    lines: () => linesOf(story.app),
  };
  story.send({ type: 'start' });
  const [first] = story.take('window');
  const window = { rows: [1, 2, 3].map(row), cursor: 0, before: 0 };
  story.send({ type: 'windowed', request: first!.request, window });
  const [asked] = story.take('count');
  const totals = { matching: 3, users: 3, selectedMatching: 0 };
  story.send({ type: 'counted', asked: asked!, totals, row: null });
  return story;
}

function row(person_id: number): Row {
  return {
    person_id,
    name: `Person ${person_id}`,
    email: `p${person_id}@acme.example`,
    department: '',
    role: 'Agent',
    queues: [],
    presence: 'Offline',
    presenceReason: null,
    pending: null,
    status: 'active',
  };
}

export function user(person_id: number, settings: Partial<UserSettings> = {}): User {
  return {
    person: {
      person_id,
      user_id: `U${person_id}`,
      user_email: `p${person_id}@acme.example`,
      first_name: 'Person',
      last_name: String(person_id),
      display_name: `Person ${person_id}`,
      department: '',
      account_status: 'active',
    },
    settings: { ...newSettings({ id: 1, name: 'Agent' }), ...settings },
    added_at: '2026-01-02T03:04:05.000Z',
    modified_at: '2026-01-02T03:04:05.000Z',
    modified_by: 'maria',
    version: 1,
  };
}

export function changeSet(id: number, more: Partial<AppliedChangeSet> = {}): AppliedChangeSet {
  return {
    id,
    at: '2026-11-23T07:41:00.000Z',
    operator_name: 'maria',
    via: 'local',
    kind: 'edit',
    summary: `Edit number ${id}`,
    users: 1,
    undone_by: null,
    changes: [],
    catalog: [],
    problems: [],
    licenses: [],
    notices: [],
    ...more,
  };
}

export function update(person_id: number, fields: Change['fields']): Change {
  return {
    person_id,
    user_email: `p${person_id}@acme.example`,
    user_name: `Person ${person_id}`,
    action: 'update',
    version: null,
    fields,
  };
}
