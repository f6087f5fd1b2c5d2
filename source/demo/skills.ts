import type { Reference, SkillLevel } from '../roster/users/user.ts';
import { languageSkills, productSkills, serviceSkills } from './organization.ts';
import { type Random, weighted } from './random.ts';
import type { Organization } from './write-organization.ts';

const englishLevels = weighted([
  [2, 15],
  [3, 30],
  [4, 35],
  [5, 20],
]);

/** Makes a function that gives people their own language, English mostly, now and then a third one, and some products. */
export function skillChooser({ skills }: Organization): (random: Random, language: string) => SkillLevel[] {
  const skill = (name: string, level: number | null): SkillLevel => ({
    ...(skills.get(name) as Reference),
    level,
  });
  return (random, language) => {
    const levels = new Map<string, number | null>();
    if (languageSkills.includes(language)) levels.set(language, 5);
    if (random.chance(0.7) && !levels.has('English')) levels.set('English', englishLevels(random));
    if (random.chance(0.15)) addMissing(levels, random.pick(languageSkills), 1 + random.below(4));
    if (random.chance(0.6)) addMissing(levels, random.pick(productSkills), null);
    if (random.chance(0.3)) addMissing(levels, random.pick(productSkills), null);
    if (random.chance(0.2)) addMissing(levels, random.pick(serviceSkills), 1 + random.below(5));
    return Array.from(levels, ([name, level]) => skill(name, level));
  };
}

function addMissing(levels: Map<string, number | null>, name: string, level: number | null): void {
  if (!levels.has(name)) levels.set(name, level);
}
