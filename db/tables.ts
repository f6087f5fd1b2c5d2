import type { Generated, GeneratedAlways, Insertable, Selectable } from 'kysely';
import type { TemplateType } from '../source/roster/catalog/catalog.ts';
import type { Step } from '../source/roster/plan/change-set.ts';
import type { OutboxState } from '../source/roster/plan/notice.ts';
import type { PushState, RefusalState, StepState } from '../source/roster/push/push-state.ts';
import type { PushedKind, PushStep } from '../source/roster/push/step.ts';
import type {
  AccountStatus,
  AssignmentType,
  Channel,
  ClientIntegration,
  LicenseModel,
  NoticesBy,
  OpenList,
  PackageName,
  Plan,
  Presence,
  UserAccess,
} from '../source/roster/users/vocabulary.ts';

/** Times are ISO 8601 UTC text; `*_key` columns hold the form that is compared, sorted and searched. */
export interface Tables {
  account: {
    account_id: Generated<number>;
    account_name: string;
    plan: Plan;
    license_model: LicenseModel;
    /** How much of the Zoom account's rate the roster takes, above 0 and up to 1. */
    rate_share: Generated<number>;
    /** Who writes to those who are added, while the roster is connected. */
    notices: Generated<NoticesBy>;
    created_at: string;
    /** The words of the e-mail to people who were added; null: the ones that come with the program. */
    notice_subject: string | null;
    notice_text: string | null;
  };
  license_pools: {
    license_pool_id: Generated<number>;
    package_name: PackageName;
    total: number;
  };
  /** Each time that more were signed in than there are licenses (domain rule 4). */
  license_overages: {
    license_overage_id: Generated<number>;
    package_name: PackageName;
    since: string;
    /** Null while it lasts. */
    until: string | null;
    /** The most that were signed in at once, and how many licenses there were then. */
    most: number;
    total: number;
    /** What began it; null where that is not known. */
    change_set_id: number | null;
  };
  /** The vendor's account that this roster is connected to; none, or one row. Nothing secret is in it. */
  account_link: {
    account_link_id: Generated<number>;
    remote_account_id: string;
    connected_at: string;
    connected_by: string;
    /** When it was read whole last; null: not yet. */
    read_at: string | null;
    /** The change set of the first reading; null until it began. */
    first_set_id: number | null;
    /** The change set of the levels that were read after it; null until then. */
    first_levels_set_id: number | null;
    /** When the levels of everybody's skills were asked for last. */
    levels_asked_at: string | null;
    /** When memberships were read whole last. */
    memberships_read_at: string | null;
    /** Since when the account can't be read, and why; null: it could be. */
    failing_since: string | null;
    failure: string | null;
    /** What was found out on a test user, as JSON; null: nothing yet. */
    probed: string | null;
  };
  /**
   * By which id the account knows what has a name here, and what it said of it last, as JSON; people are known by their ids as by
   * those of any directory.
   */
  remote_ids: { kind: string; remote_id: string; local_id: number; record: string | null };
  /** Reasons and add-ons that users of this account have or had, and that others do not know. */
  account_words: { list: OpenList; word: string };
  /** What the account said of each user last: settings, as JSON; digests tell whether it says the same again. */
  account_base: {
    person_id: number;
    settings: string;
    profile_digest: string | null;
    memberships_digest: string | null;
    /** Fields that were changed both here and there, as JSON, with what the account has; null: none. */
    clashes: string | null;
    /** 1: the levels of their skills are to be read. */
    levels_due: Generated<number>;
    /** By which id the account knows them; null: by none that is known here. */
    remote_id: string | null;
  };
  /** Change sets that are for the account too, and how far they are. */
  pushes: {
    change_set_id: number;
    state: PushState;
    changed_at: string;
    /** What took back here what the account refused. */
    refused_set_id: number | null;
  };
  /** Calls into the account, in their order; the step as JSON. */
  push_steps: {
    push_step_id: Generated<number>;
    change_set_id: number;
    operation: PushStep['operation'];
    step: string;
    state: StepState;
    changed_at: string;
  };
  /** What the account did not take: a user, or a thing of the catalog, and why. */
  push_refusals: {
    push_refusal_id: Generated<number>;
    change_set_id: number;
    person_id: number | null;
    kind: PushedKind | null;
    local_id: number | null;
    operation: PushStep['operation'];
    state: RefusalState;
    /** The fields that were to be set, as JSON; none: all of the user or thing. */
    fields: string;
    /** The vendor's number; null: it gave none. */
    code: number | null;
    reason: string;
  };
  signed_in_peaks: { hour: string; package_name: PackageName; peak: number };
  templates: {
    template_id: Generated<number>;
    template_name: string;
    template_key: string;
    description: string;
    type: TemplateType;
    edits: string;
  };
  roles: { role_id: Generated<number>; role_name: string; role_key: string; built_in: number };
  role_privileges: { role_id: number; privilege: string };
  /** What operators could do until version 2 brought privileges of their own for it. */
  lost_privileges: { operator_id: number; role_id: number; privilege: string };
  operators: {
    operator_id: Generated<number>;
    operator_name: string;
    role_id: number;
    is_owner: number;
    login: string | null;
    user_email_key: string | null;
  };
  regions: { region_id: Generated<number>; region_name: string; region_key: string; is_main: number };
  teams: { team_id: Generated<number>; team_name: string; team_key: string };
  skills: {
    skill_id: Generated<number>;
    skill_name: string;
    skill_key: string;
    category: string;
    graded: number;
  };
  queues: {
    queue_id: Generated<number>;
    queue_name: string;
    queue_key: string;
    description: string;
    channel: Channel;
  };
  people: {
    person_id: Generated<number>;
    user_id: string;
    user_email: string;
    /** Where it differs from the e-mail as it is written. */
    differing_email_key: string | null;
    email_key: GeneratedAlways<string>;
    first_name: string;
    last_name: string;
    display_name: string;
    department: string;
    account_status: AccountStatus;
    /** 1 for contact center users; kept by triggers. */
    licensed: Generated<number>;
    name_key: string;
    department_key: string;
  };
  /** See `migrations.ts`. */
  directory_ids: { kind: string; directory_id: string; person_id: number };
  users: {
    person_id: number;
    name_rank: number;
    role_id: number;
    package_name: PackageName;
    add_ons_plan: string;
    user_access: UserAccess;
    status_name: Presence;
    sub_status_name: string | null;
    display_name: string | null;
    country_iso_code: string | null;
    region_id: number | null;
    client_integration: ClientIntegration;
    client_integration_name: string | null;
    concurrent_message_capacity: number | null;
    concurrent_email_capacity: number | null;
    /** 1 or 0. */
    multi_channel_engagements: number | null;
    max_agent_load: number | null;
    email_max_agent_load: number | null;
    team_id: number | null;
    team_role: AssignmentType | null;
    /** What is set at the account alone, as JSON; null where it said nothing of it. */
    at_account: string | null;
    /** Milliseconds since 1970. */
    added_at: number;
    /** Milliseconds since 1970. */
    modified_at: number;
    modified_by: string;
    version: number;
  };
  user_search: {
    name_rank: number;
    person_id: number;
    role_id: number;
    is_active: number;
    /** Its number in `presenceOrder`. */
    presence: number;
    /** `,3,7,` */
    queue_ids: string;
    search_key: string;
  };
  /** Only while a new roster is filled: see `fill-search.ts`. */
  draft_search: { person_id: number; queue_ids: string; search_key: string };
  queue_listing: { queue_id: number; is_active: number; name_rank: number };
  license_use: { package_name: PackageName; status_name: Presence; users: number };
  queue_members: {
    person_id: number;
    queue_id: number;
    user_assignment_type: AssignmentType;
    opted_in: number;
  };
  user_skills: { person_id: number; skill_id: number; level: number | null };
  change_sets: {
    change_set_id: Generated<number>;
    at: string;
    operator_id: number;
    operator_name: string;
    via: string;
    kind: string;
    summary: string;
    users: number;
    undoes: number | null;
    undone_by: number | null;
    /** How it moved a set between the stacks of its operator; null: it is a change of its own. */
    step: Step | null;
    /** Why only a part of the set is undone by it; null: all of it is, or it undoes none. */
    partial: 'chosen' | 'clashes' | null;
    licenses: string;
    notices: string;
    catalog: string;
  };
  changes: {
    change_set_id: number;
    person_id: number;
    user_email: string;
    user_name: string;
    action: 'add' | 'update' | 'remove';
    /** When a removed user had been added; undoing the removal restores it. */
    added_at: string | null;
    fields: string;
  };
  outbox: {
    outbox_id: string;
    change_set_id: number;
    person_id: number;
    user_email: string;
    state: OutboxState;
    attempts: number;
    /** When it may be tried again; null: now. */
    next_at: string | null;
    error: string | null;
    /** Also what tells the addition that it is about from the person's others. */
    created_at: string;
    changed_at: string;
    /** 1 where it is never sent, as somebody decided or the account may have written instead; it does not come back with its user either. */
    withdrawn_by_hand: Generated<number>;
  };
  operator_keys: {
    operator_id: number;
    fingerprint: string;
    type: string;
    blob: string;
    comment: string;
    added_at: string;
  };
}

export type PersonRow = Selectable<Tables['people']>;
export type NewPersonRow = Insertable<Tables['people']>;
export type NewUserRow = Insertable<Tables['users']>;
