import type { Problem } from './change-set.ts';
import { fold } from './fold.ts';
import type { Reference } from './user.ts';
import { listed } from './words.ts';

/**
 * The one of `list` that is called `name` (compared folded), or the problem that there is none, with
 * code `unknown_<noun>` and the names that come close or, if few, all there are.
 */
export function findByName<T extends Reference>(
  list: readonly T[],
  name: string,
  noun: string,
): { found: T } | { problem: Problem } {
  const key = fold(name.trim());
  const found = list.find(candidate => fold(candidate.name) === key);
  if (found) return { found };
  const near = list.filter(candidate => key !== '' && fold(candidate.name).includes(key.slice(0, 3)));
  const suggestions = (near.length > 0 ? near : list).map(candidate => candidate.name);
  const hint =
    suggestions.length === 0
      ? `There are no ${noun}s yet: roster ${noun} add NAME.`
      : `There ${suggestions.length === 1 ? 'is' : 'are'}: ${listed(suggestions, 6)}.`;
  return {
    problem: { code: `unknown_${noun}`, value: name, message: `No ${noun} is called "${name}". ${hint}` },
  };
}
