import type { LicenseUse } from '../roster/change-set.ts';
import { number } from '../roster/words.ts';
import { marks } from '../theme/marks.ts';

/** `essentials 482 → 479 of 500`, of each package; empty where there is none. */
export function licenseText(licenses: readonly LicenseUse[]): string {
  return licenses
    .map(({ package_name, before, after, total }) => {
      return `${package_name} ${number(before)} ${marks.arrow} ${number(after)} of ${number(total)}`;
    })
    .join(', ');
}

/** Whether the licenses of a package become more or fewer. */
export function isChanged({ before, after }: LicenseUse): boolean {
  return before !== after;
}
