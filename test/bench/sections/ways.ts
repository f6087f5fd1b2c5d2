import type { Session } from '../pty/session.ts';

/** A view in which is searched. */
export interface Way {
  what: string;
  queue?: string;
  status?: 'active' | 'inactive';
  role?: string;
  /** Only those who were selected before: everybody in this queue, or whom this search finds. */
  selected?: { queue: string } | { search: string };
  /** So many columns further to the right than the name; 0 unless told. */
  sort?: number;
  reversed?: boolean;
  needles: number;
  /** Whether those are typed as well that are the same in every run. */
  literal?: boolean;
}

export const ways: readonly Way[] = [
  { what: 'By name', needles: 45, literal: true },
  { what: 'By name, reversed', reversed: true, needles: 9 },
  { what: 'By name, active', status: 'active', needles: 9 },
  { what: 'By name, inactive', status: 'inactive', needles: 9 },
  { what: 'By name, in a role', role: 'Supervisor', needles: 9 },
  { what: 'By name, in a big queue', queue: 'Billing', needles: 18 },
  { what: 'By name, in a small queue', queue: 'VIP Desk', needles: 18 },
  { what: 'By name, in a big queue, active', queue: 'Billing', status: 'active', needles: 18, literal: true },
  { what: 'By name, only some selected', selected: { search: 'silva' }, needles: 4 },
  { what: 'By name, only many selected', selected: { queue: 'VIP Desk' }, needles: 4 },
  { what: 'By e-mail', sort: 1, needles: 18, literal: true },
  { what: 'By e-mail, reversed', sort: 1, reversed: true, needles: 9 },
  { what: 'By role', sort: 2, needles: 18 },
  { what: 'By status', sort: 3, needles: 18 },
  { what: 'By presence', sort: 4, needles: 18 },
  { what: 'By e-mail, in a big queue, active', queue: 'Billing', status: 'active', sort: 1, needles: 18 },
];

/** Brings a session that shows everybody by name to this view. */
export async function setView(session: Session, way: Omit<Way, 'what' | 'needles'>): Promise<void> {
  const { queue, status, role, selected, sort = 0, reversed = false } = way;
  if (selected !== undefined) {
    const byQueue = 'queue' in selected;
    await pick(session, byQueue ? 'f' : '/', byQueue ? selected.queue : selected.search);
    for (const key of ['*', 'Esc', '"']) await session.key(key);
  }
  if (queue !== undefined) await pick(session, 'f', queue);
  if (role !== undefined) await pick(session, 'r', role);
  const steps = status === undefined ? 0 : status === 'active' ? 1 : 2;
  for (const key of ['s'.repeat(steps), '>'.repeat(sort), reversed ? '=' : ''].join(''))
    await session.key(key);
}

async function pick(session: Session, list: 'f' | 'r' | '/', name: string): Promise<void> {
  await session.key(list);
  await session.type(name);
  await session.key('Enter');
}
