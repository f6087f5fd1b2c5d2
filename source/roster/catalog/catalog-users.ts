import type { CatalogKind } from '../plan/change-set.ts';
import type { Reference, UserSettings } from '../users/user.ts';

/** The kinds of things that users can have. */
export const usedKinds = ['queue', 'role', 'skill', 'team', 'region'] as const;
export type UsedKind = (typeof usedKinds)[number];

export function isUsedKind(of: CatalogKind): of is UsedKind {
  return (usedKinds as readonly CatalogKind[]).includes(of);
}

/** Whether somebody has the queue, role … with this id. */
export function has(settings: UserSettings, of: UsedKind, id: number): boolean {
  switch (of) {
    case 'queue':
      return settings.queues.some(queue => queue.id === id);
    case 'skill':
      return settings.skills.some(skill => skill.id === id);
    case 'role':
      return settings.role.id === id;
    case 'team':
      return settings.team?.id === id;
    case 'region':
      return settings.region?.id === id;
  }
}

/** Somebody's settings once it is gone; a role or a region is exchanged for `instead`. */
export function without(
  settings: UserSettings,
  of: UsedKind,
  id: number,
  instead: Reference | null,
): UserSettings {
  const reference = instead && { id: instead.id, name: instead.name };
  switch (of) {
    case 'queue':
      return { ...settings, queues: settings.queues.filter(queue => queue.id !== id) };
    case 'skill':
      return { ...settings, skills: settings.skills.filter(skill => skill.id !== id) };
    case 'role':
      return reference ? { ...settings, role: reference } : settings;
    case 'team':
      return { ...settings, team: null };
    case 'region':
      return { ...settings, region: reference };
  }
}
