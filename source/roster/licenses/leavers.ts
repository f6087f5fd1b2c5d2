import type { LicenseUse } from '../plan/change-set.ts';
import type { PackageCount } from '../plan/facts.ts';
import { counted, listed, number } from '../text/words.ts';
import type { LicenseModel } from '../users/vocabulary.ts';
import { changedLicenses } from './licenses.ts';

type Freed = Pick<LicenseUse, 'package_name'> & { licenses: number };

/** `12 people left: remove them, free 9 premium licenses`, of users whose account is inactive (domain rule 10). */
export function leaversText(leavers: number, freed: readonly Freed[]): string {
  const text = `${counted(leavers, 'person', 'people')} left: remove them`;
  const packages = freed.filter(({ licenses }) => licenses > 0);
  if (packages.length === 0) return text;
  const licenses = packages.map(({ package_name, licenses }) => `${number(licenses)} ${package_name}`);
  const noun = packages.at(-1)?.licenses === 1 ? 'license' : 'licenses';
  return `${text}, free ${listed(licenses)} ${noun}`;
}

/** Why there is nobody to be removed. */
export const noLeavers = 'Nobody who left holds a license.';

/** What is free once these users are removed: under the concurrent model only who is signed in takes a license. */
export function heldBy(packages: readonly PackageCount[], model: LicenseModel): Freed[] {
  return packages.map(({ package_name, users, signed_in }) => ({
    package_name,
    licenses: model === 'named' ? users : signed_in,
  }));
}

/** What a removal frees. */
export function freedBy(licenses: readonly LicenseUse[]): Freed[] {
  return changedLicenses(licenses).map(({ package_name, before, after }) => ({
    package_name,
    licenses: before - after,
  }));
}
