import { may } from '../access/privileges.ts';
import type { Change, LicenseUse, Problem } from '../plan/change-set.ts';
import type { Facts, Subject } from '../plan/facts.ts';
import { capitalized, counted, number } from '../text/words.ts';
import { type LicenseModel, type PackageName, type Presence, packageNames } from '../users/vocabulary.ts';

type LicenseFacts = Pick<Facts, 'account' | 'pools'> & {
  /** The people of the changes; under the concurrent model fields that stay as they are count too. */
  subjects: readonly Pick<Subject, 'person' | 'user'>[];
};

/**
 * License use before and after `changes`, for the packages they touch, in their order (domain rule 4). Under the named
 * model every user holds a license, active or not; under the concurrent one only signed-in users count,
 * so neither adding (people start offline, unless told otherwise) nor access changes anything, but presence does.
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

/** `Premium licenses 482 → 479 of 500`; on a screen the arrow is one of its marks. */
export function licenseText({ package_name, before, after, total }: LicenseUse, arrow = '→'): string {
  const of = total === 0 ? '' : ` of ${number(total)}`;
  return `${capitalized(package_name)} licenses ${number(before)} ${arrow} ${number(after)}${of}`;
}

/** The packages of which more or fewer licenses are used. */
export function changedLicenses(licenses: readonly LicenseUse[]): LicenseUse[] {
  return licenses.filter(({ before, after }) => before !== after);
}

function takesLicense(presence: Presence | null | undefined, model: LicenseModel): boolean {
  return model === 'named' || (presence !== undefined && presence !== null && presence !== 'Offline');
}

/** Where nobody told how many licenses a mirrored account has, that is not none. */
export function isUnknownPool(
  { is_connected }: Pick<Facts['account'], 'is_connected'>,
  { total }: { total: number },
): boolean {
  return is_connected && total === 0;
}

/** The pools that would be exceeded; the concurrent model never refuses (domain rule 4). */
export function overPool(
  licenses: readonly LicenseUse[],
  account: Pick<Facts['account'], 'license_model' | 'is_connected'>,
): LicenseUse[] {
  if (account.license_model === 'concurrent') return [];
  return licenses.filter(
    use => use.after > use.total && use.after > use.before && !isUnknownPool(account, use),
  );
}

/** A problem for each of them, with what this operator can do about it. */
export function licenseProblems(
  licenses: readonly LicenseUse[],
  { account, operator }: Pick<Facts, 'account' | 'operator'>,
): Problem[] {
  return overPool(licenses, account).map(use => {
    const missing = use.after - use.total;
    return {
      code: 'licenses_missing',
      value: String(missing),
      message:
        `${counted(missing, `${use.package_name} license`)} missing: ${number(use.before)} of ` +
        `${number(use.total)} in use, ${number(use.after - use.before)} more asked for. ` +
        (may(operator, 'AccountSettings:Edit')
          ? `Remove users, add fewer, or enter what was bought: roster account set --licenses ${use.package_name}=${use.after}`
          : 'Remove users, or add fewer.'),
    };
  });
}

/**
 * The changes for which there are licenses, the first ones first, and a problem for each of the others (domain rules 4 and
 * 7). Who gives one back counts before who takes one.
 */
export function withinLicenses(
  changes: readonly Change[],
  facts: Facts,
): { fitting: Change[]; without: Problem[] } {
  if (overPool(licenseArithmetic(changes, facts), facts.account).length === 0)
    return { fitting: [...changes], without: [] };
  const free = new Map(
    facts.pools.map(({ package_name, total, used }) => [
      package_name,
      isUnknownPool(facts.account, { total }) ? Number.POSITIVE_INFINITY : total - used,
    ]),
  );
  const give = (name: PackageName | null | undefined, by: number) => {
    if (name) free.set(name, (free.get(name) ?? 0) + by);
  };
  const without: Problem[] = [];
  const refused = new Set<Change>();
  for (const { action, fields } of changes) if (action === 'remove') give(fields.package_name?.before, 1);
  for (const change of changes) {
    const { before, after } = change.fields.package_name ?? {};
    if (change.action === 'remove' || !after) continue;
    if ((free.get(after) ?? 0) > 0) {
      give(after, -1);
      give(before, 1);
      continue;
    }
    refused.add(change);
    const message = `No ${after} license is free for ${change.user_name}.`;
    const { person_id, user_email } = change;
    without.push({ code: 'licenses_missing', column: 'user_email', value: user_email, message, person_id });
  }
  return { fitting: changes.filter(change => !refused.has(change)), without };
}
