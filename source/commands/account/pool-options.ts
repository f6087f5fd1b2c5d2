import { type PackageName, packageNames } from '../../roster/users/vocabulary.ts';
import { exits, Refusal } from '../shell/refusal.ts';

export type Pools = Partial<Record<PackageName, number>>;

/** The totals that `--licenses [PACKAGE=]N` names. Throws Refusal. */
export function readPoolOptions(texts: readonly string[]): Pools {
  const read = readPools(texts);
  if ('wanted' in read) throw new Refusal(`--licenses takes ${read.wanted}`, exits.usage);
  return read.value;
}

/** The totals that texts name: `500` is essentials, `premium=20` is not. Else what a text would have to be. */
export function readPools(texts: readonly string[]): { value: Pools } | { wanted: string } {
  const pools: Pools = {};
  for (const text of texts) {
    const [, name = 'essentials', count] = /^(?:(\w+)=)?(\d{1,9})$/.exec(text.trim()) ?? [];
    const found = packageNames.find(candidate => candidate === name.toLowerCase());
    if (count === undefined || !found)
      return {
        wanted: `a number or PACKAGE=NUMBER, not "${text}"; packages: ${packageNames.join(', ')}.`,
      };
    pools[found] = Number(count);
  }
  return { value: pools };
}
