import type { Change } from '../plan/change-set.ts';
import { fieldChanges } from '../users/field-changes.ts';
import type { Person, SkillLevel, User } from '../users/user.ts';
import type { Said } from './open-clashes.ts';
import { pulledChange } from './pulled-change.ts';

/** At what level somebody has skills, by the number that a skill has here. */
export type Levels = ReadonlyMap<number, number | null>;

interface Sides {
  person: Person;
  user: User;
  base: Said;
  levels: Levels;
}

/**
 * Merges the levels that the account says somebody has skills at with what was changed here. A level that was not known is no
 * change by anybody: it is put in on both sides first.
 */
export function pulledLevels({ person, user, base, levels }: Sides): {
  change: Change | null;
  base: Said;
} {
  const { settings } = user;
  const known = { ...settings, skills: filled(settings.skills, levels) };
  const { skills: clashing, ...clashes } = base.clashes;
  const was = base.settings.skills ?? [];
  const skills = (clashing ?? was).map(skill => ({ ...skill, level: levels.get(skill.id) ?? skill.level }));
  const pulled = pulledChange({
    person,
    user: { ...user, settings: known },
    base: { ...base.settings, skills: filled(was, levels) },
    theirs: { skills },
  });
  const after = pulled.change?.fields.skills?.after ?? known.skills;
  const fields = fieldChanges(settings, { ...settings, skills: after as SkillLevel[] });
  const { person_id, user_email, display_name } = person;
  const user_name = settings.display_name || display_name || user_email;
  const change: Change = {
    person_id,
    user_email,
    user_name,
    action: 'update',
    version: user.version,
    fields,
  };
  return {
    change: fields.skills ? change : null,
    base: {
      settings: pulled.base ?? base.settings,
      clashes: pulled.clashes.length > 0 ? { ...clashes, skills } : clashes,
    },
  };
}

function filled(skills: readonly SkillLevel[], levels: Levels): SkillLevel[] {
  return skills.map(skill => ({ ...skill, level: skill.level ?? levels.get(skill.id) ?? null }));
}
