import { describe, expect, it } from 'vitest';
import { plan } from '../../source/roster/plan/plan.ts';
import { account, adam, adding, applied, carla, codes, editing, olga, removing } from './catalog-build.ts';

describe('nobody locks themselves out (domain rule 1)', () => {
  const atCarla = account([], { at: carla });

  it.each([
    [
      'editing their role',
      () => editing('role', 'Coach', { remove_privileges: ['UserManagement:Edit'] }, atCarla),
    ],
    [
      'their own reading',
      () => editing('role', 'Coach', { remove_privileges: ['usermanagement:read'] }, atCarla),
    ],
    ['removing their role', () => removing('role', 'Coach', { transferTo: 'Agent', facts: atCarla })],
    ['their own entry', () => editing('operator', 'Carla', { role: 'Supervisor' }, atCarla)],
    ['removing themselves', () => removing('operator', 'Carla', { facts: atCarla })],
    ['their own login', () => editing('operator', 'Carla', { login: 'someone' }, atCarla)],
  ])('not by %s', (_, attempt) => {
    expect(codes(attempt())).toEqual(['self_lockout']);
  });

  it('not by an undo', () => {
    const before = { ...adam, role: { id: 2, name: 'Supervisor' } };
    const promotion = applied(
      editing('operator', 'Adam', { role: 'Admin' }, account([], { operators: [olga, before, carla] })),
    );
    const undone = plan({ kind: 'undo', set: promotion }, account([], { at: adam }));
    expect(codes(undone)).toEqual(['self_lockout']);
  });

  it('but to another role that lets them', () => {
    const planner = { id: 8, name: 'Planner', built_in: false };
    const facts = account([], { at: carla });
    const roles = [...facts.catalog.roles, { ...planner, privileges: facts.operator.privileges }];
    const more = { ...facts, catalog: { ...facts.catalog, roles } };
    expect(codes(editing('operator', 'Carla', { role: 'Planner' }, more))).toEqual([]);
  });

  it('an owner keeps everything, whatever the role', () => {
    expect(codes(editing('operator', 'Olga', { role: 'Agent' }))).toEqual([]);
  });

  it('others may lose it', () => {
    expect(codes(editing('role', 'Coach', { remove_privileges: ['UserManagement:Edit'] }))).toEqual([]);
    expect(codes(removing('operator', 'Carla', { facts: account([], { at: adam }) }))).toEqual([]);
  });
});

describe('there is always an owner (domain rule 1)', () => {
  it('the last one is not removed and does not stop being one', () => {
    expect(codes(removing('operator', 'Olga'))).toContain('last_owner');
    expect(codes(editing('operator', 'Olga', { is_owner: false, role: 'Admin' }))).toEqual(['last_owner']);
  });

  it('one of two may go', () => {
    const facts = account([], { operators: [olga, { ...adam, is_owner: true }, carla] });
    expect(codes(removing('operator', 'Adam', { facts }))).toEqual([]);
    expect(codes(editing('operator', 'Adam', { is_owner: false }, facts))).toEqual([]);
  });
});

describe('only an owner makes and unmakes owners', () => {
  const facts = account([], { at: adam, operators: [olga, { ...carla, is_owner: true }, adam] });

  it.each([
    ['making oneself one', () => editing('operator', 'Adam', { is_owner: true }, facts)],
    ['adding one', () => adding('operator', { operator_name: 'X', role: 'Admin', is_owner: true }, facts)],
    ['changing one', () => editing('operator', 'Carla', { login: 'adam2' }, facts)],
    ['removing one', () => removing('operator', 'Carla', { facts })],
  ])('an admin is refused: %s', (_, attempt) => {
    expect(codes(attempt())).toEqual(['owner_only']);
  });

  it('an admin changes all others', () => {
    expect(codes(adding('operator', { operator_name: 'X', role: 'Admin' }, facts))).toEqual([]);
  });
});
