import type { Change, LicenseUse, Problem } from './change-set.ts';
import type { Facts, Subject } from './facts.ts';
import { type LicenseModel, type PackageName, type Presence, packageNames } from './vocabulary.ts';
import { counted, number } from './words.ts';

type LicenseFacts = Pick<Facts, 'account' | 'pools'> & {
  /** The people of the changes; under the concurrent model fields that stay as they are count too. */
  subjects: readonly Pick<Subject, 'person' | 'user'>[];
};

/**
 * License use before and after `changes`, for the packages they touch, in their order (domain rule 4). Under the named
 * model every user holds a license, active or not; under the concurrent one only signed-in users count,
 * so neither adding (people start offline) nor access changes anything, but presence does.
 */
export function licenseArithmetic(changes: readonly Change[], facts: LicenseFacts): LicenseUse[] {
  const { license_model } = facts.account;
  const settings = new Map(facts.subjects.map(({ person, user }) => [person?.person_id, user?.settings]));
  const deltas = new Map<PackageName, number>();
  const count = (name: PackageName | null | undefined, by: number) => {
    if (name) deltas.set(name, (deltas.get(name) ?? 0) + by);
  };
  for (const { person_id, fields } of changes) {
    if (!fields.package_name && (license_model === 'named' || !fields.status_name)) continue;
    const now = settings.get(person_id);
    for (const [side, sign] of [
      ['before', -1],
      ['after', 1],
    ] as const) {
      const package_name = fields.package_name ? fields.package_name[side] : now?.package_name;
      const presence = fields.status_name ? fields.status_name[side] : now?.status_name;
      count(package_name, takesLicense(presence, license_model) ? sign : 0);
    }
  }
  const touched = packageNames.filter(name => deltas.has(name));
  return touched.map(package_name => {
    // A package without a pool has no licenses at all.
    const pool = facts.pools.find(candidate => candidate.package_name === package_name);
    const used = pool?.used ?? 0;
    return {
      package_name,
      before: used,
      after: used + (deltas.get(package_name) ?? 0),
      total: pool?.total ?? 0,
    };
  });
}

function takesLicense(presence: Presence | null | undefined, model: LicenseModel): boolean {
  return model === 'named' || (presence !== undefined && presence !== null && presence !== 'Offline');
}

/** A problem for each pool that would be exceeded; the concurrent model never refuses (domain rule 4). */
export function licenseProblems(licenses: readonly LicenseUse[], facts: Pick<Facts, 'account'>): Problem[] {
  if (facts.account.license_model === 'concurrent') return [];
  return licenses
    .filter(use => use.after > use.total && use.after > use.before)
    .map(use => {
      const missing = use.after - use.total;
      return {
        code: 'licenses_missing',
        value: String(missing),
        message:
          `${counted(missing, `${use.package_name} license`)} missing: ${number(use.before)} of ` +
          `${number(use.total)} in use, ${number(use.after - use.before)} more asked for. ` +
          'Remove users, or add fewer.',
      };
    });
}
