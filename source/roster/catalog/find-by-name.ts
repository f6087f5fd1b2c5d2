import type { Problem } from '../plan/change-set.ts';
import { cutText, quoted, valueLimit } from '../text/cut-text.ts';
import { fold } from '../text/fold.ts';
import { listed } from '../text/words.ts';
import type { Reference } from '../users/user.ts';
import { additionCommand } from './catalog-records.ts';

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
  const found = indexOf(list).get(key);
  if (found) return { found };
  const near = list.filter(candidate => key !== '' && fold(candidate.name).includes(key.slice(0, 3)));
  const suggestions = (near.length > 0 ? near : list).map(candidate => candidate.name);
  const hint =
    suggestions.length === 0
      ? `There are no ${noun}s yet: ${additionCommand(noun)}`
      : `There ${suggestions.length === 1 ? 'is' : 'are'}: ${listed(suggestions, 6)}.`;
  return {
    problem: {
      code: `unknown_${noun}`,
      value: cutText(name, valueLimit),
      message: `No ${noun} is called ${quoted(name)}. ${hint}`,
    },
  };
}

const indexes = new WeakMap<readonly Reference[], Map<string, Reference>>();

/** Names are looked up for each row of an import: a list is folded once. */
function indexOf<T extends Reference>(list: readonly T[]): Map<string, T> {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.map(candidate => [fold(candidate.name), candidate]));
    indexes.set(list, index);
  }
  return index as Map<string, T>;
}
