import { type PackageName, packageNames } from '../roster/vocabulary.ts';
import { exits, Refusal } from './refusal.ts';

/** The totals that `--licenses [PACKAGE=]N` names: `500` is essentials, `premium=20` is not. Throws Refusal. */
export function readPoolOptions(texts: readonly string[]): Partial<Record<PackageName, number>> {
  const pools: Partial<Record<PackageName, number>> = {};
  for (const text of texts) {
    const [, name = 'essentials', count] = /^(?:(\w+)=)?(\d{1,9})$/.exec(text.trim()) ?? [];
    const found = packageNames.find(candidate => candidate === name.toLowerCase());
    if (count === undefined || !found)
      throw new Refusal(
        `--licenses takes a number or PACKAGE=NUMBER, not "${text}"; packages: ${packageNames.join(', ')}.`,
        exits.usage,
      );
    pools[found] = Number(count);
  }
  return pools;
}
