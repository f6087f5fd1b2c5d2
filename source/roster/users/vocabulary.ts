/**
 * The closed word lists of the domain, spelled as the vendor's API spells them
 * (Contact Center API: users, queues, system statuses).
 */
export const plans = ['pro', 'business', 'education'] as const;
export type Plan = (typeof plans)[number];

/** Who writes to people who are added, while a roster is connected to the account. */
export const noticesBy = ['zoom', 'roster'] as const;
export type NoticesBy = (typeof noticesBy)[number];

export const licenseModels = ['named', 'concurrent'] as const;
export type LicenseModel = (typeof licenseModels)[number];

export const packageNames = ['essentials', 'premium', 'elite'] as const;
export type PackageName = (typeof packageNames)[number];

export const userAccesses = ['active', 'inactive'] as const;
export type UserAccess = (typeof userAccesses)[number];

export const accountStatuses = ['active', 'inactive', 'pending'] as const;
export type AccountStatus = (typeof accountStatuses)[number];

export const presences = ['Offline', 'Ready', 'Not Ready', 'Occupied'] as const;
export type Presence = (typeof presences)[number];

/** Reasons that go with the presence `Not Ready`; an account may have more of its own. */
export const presenceReasons = ['Break', 'End Shift', 'Forced', 'Meal', 'Meeting', 'Training'] as const;

/** What is sold to users beside a package; the vendor has more of them every year. */
export const addOns = [
  'ai_expert_assist',
  'service_cloud_voice',
  'epic',
  'unified_view_for_servicenow',
] as const;

/** Words that an account can have more of than everybody has. */
export const openLists = { reason: presenceReasons, add_on: addOns } as const;
export type OpenList = keyof typeof openLists;

export const channels = ['voice', 'video', 'messaging', 'email'] as const;
export type Channel = (typeof channels)[number];

/** How a user belongs to a queue or a team. */
export const assignmentTypes = ['agent', 'supervisor', 'both'] as const;
export type AssignmentType = (typeof assignmentTypes)[number];

export const clientIntegrations = [
  'Default',
  'Salesforce',
  'Zendesk',
  'ServiceNow',
  'Microsoft_Dynamics_365',
] as const;
export type ClientIntegration = (typeof clientIntegrations)[number];

/** Whether `word` is one of `list`; narrows its type. */
export function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word);
}
