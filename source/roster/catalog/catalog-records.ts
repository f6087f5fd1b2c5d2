import type { Privilege } from '../access/privileges.ts';
import type { CatalogKind, CatalogRecord } from '../plan/change-set.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import type { Reference } from '../users/user.ts';
import type { Channel, LicenseModel, NoticesBy, PackageName, Plan } from '../users/vocabulary.ts';
import type { TemplateType } from './catalog.ts';
import type { OperatorKey } from './operator-keys.ts';

/** What a change set keeps of each kind of thing: all that is needed to bring it back. */
export interface CatalogRecords {
  queue: { queue_name: string; description: string; channel: Channel };
  role: { role_name: string; privileges: readonly Privilege[] };
  skill: { skill_name: string; category: string; graded: boolean };
  team: { team_name: string };
  region: { region_name: string; is_main: boolean };
  template: {
    template_name: string;
    description: string;
    type: TemplateType;
    edits: readonly FieldEdit[];
  };
  operator: {
    operator_name: string;
    role: Reference;
    is_owner: boolean;
    /** Of the operating system; null: cannot log in there. */
    login: string | null;
    /** What they come in with over SSH. */
    keys: readonly OperatorKey[];
    /** Key of the e-mail of their own account user. */
    user_email: string | null;
  };
  account: {
    account_name: string;
    plan: Plan;
    license_model: LicenseModel;
    /** How much of the Zoom account's rate this roster takes, above 0 and up to 1. */
    rate_share: number;
    /** Who writes to people who are added, while the roster is connected. */
    notices: NoticesBy;
    /** The words of the e-mail to people who were added; null: the ones that come with the program. */
    notice_subject: string | null;
    notice_text: string | null;
  };
  license_pool: { package_name: PackageName; total: number };
}

/** The key under which a record has its name. */
export const nameKeys = {
  queue: 'queue_name',
  role: 'role_name',
  skill: 'skill_name',
  team: 'team_name',
  region: 'region_name',
  template: 'template_name',
  operator: 'operator_name',
  account: 'account_name',
  license_pool: 'package_name',
} as const satisfies Record<CatalogKind, string>;

/** What people call a kind of thing: `license pool`. */
export function nounOf(of: CatalogKind): string {
  return of.replace('_', ' ');
}

/** The command that adds one, with all that it needs; what is in capitals is to be filled in. */
export function additionCommand(of: string): string {
  const needs: Record<string, string> = {
    skill: ' --category CATEGORY',
    template: ' --type TYPE --set FIELD=VALUE',
    operator: ' --role ROLE',
  };
  return `roster ${of} add NAME${needs[of] ?? ''}`;
}

/** A record that is known to be of a kind. */
export function recordOf<Kind extends CatalogKind>(_of: Kind, record: CatalogRecord): CatalogRecords[Kind] {
  return record as unknown as CatalogRecords[Kind];
}

export function nameOf(of: CatalogKind, record: CatalogRecord): string {
  return String(record[nameKeys[of]] ?? '');
}
