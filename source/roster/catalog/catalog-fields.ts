import { privileges } from '../access/privileges.ts';
import type { CatalogKind, Problem } from '../plan/change-set.ts';
import { assignmentSuffix } from '../users/assignment.ts';
import { emailKey } from '../users/email-key.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { fields } from '../users/fields.ts';
import { type Read, readChoice, readText } from '../users/read-value.ts';
import type { Reference } from '../users/user.ts';
import { channels, licenseModels, noticesBy, type Plan, packageNames, plans } from '../users/vocabulary.ts';
import { type TemplateType, templateTypes } from './catalog.ts';
import type { CatalogFacts } from './catalog-entries.ts';
import { findByName } from './find-by-name.ts';
import { nameOfKey, type OperatorKey } from './operator-keys.ts';

/** One value of a queue, role, operator …: what it takes and how it prints. */
export interface CatalogField {
  label: string;
  /** What an addition has that does not say; undefined: it has to. */
  initial: unknown;
  /** Checks a value as somebody typed or chose it. */
  read(value: unknown, facts: CatalogFacts): Read<unknown>;
  toText(value: unknown): string;
  /** As scripts get it; not given: as it is. */
  toJson?(value: unknown): unknown;
}

/** Longest names, in characters. Queues and templates: the vendor's API; the others are unconfirmed. */
const limits = { queue: 150, template: 100, account: 150, other: 100 };

const plain = (value: unknown): string => String(value ?? '');
const yesNo = (value: unknown): string => (value === true ? 'yes' : 'no');

/** What would be read as something else behind a name: `Billing (supervisor)`, `Spanish=4`. */
const behindNames = {
  assignment: assignmentSuffix,
  level: (text: string) => /\s*=\s*\d$/.exec(text)?.[0] ?? '',
};

function name(
  max: number,
  { joined = true, behind }: { joined?: boolean; behind?: keyof typeof behindNames } = {},
) {
  const read = (value: unknown): Read<string> => {
    const text = readText(plain(value), { kind: 'text', max });
    if ('problem' in text) {
      if (plain(value).trim() === '') return refused('name_missing', '', 'A name is needed.');
      return ofField(text.problem, 'The name', plain(value));
    }
    // Names stand side by side in one cell of a CSV, where (clear) empties it.
    if (joined && text.value.includes(';'))
      return refused(
        'semicolon',
        text.value,
        `"${text.value}" has a ";" in it, which separates names. Leave it out.`,
      );
    const suffix = behind ? behindNames[behind](text.value) : '';
    if (suffix !== '')
      return refused(
        'reserved',
        text.value,
        `A name can't end in "${suffix.trim()}": ${behind === 'level' ? 'in a file that is the level' : 'in a file that says how somebody belongs to it'}. Leave it out.`,
      );
    if (text.value.toLowerCase() === '(clear)')
      return refused('reserved', text.value, '"(clear)" empties a field and can be no name.');
    return text;
  };
  return { label: 'Name', initial: undefined, read, toText: plain };
}

const accountName = name(limits.account, { joined: false });

/** The name of an account as somebody typed it. */
export function readAccountName(text: string): Read<string> {
  return accountName.read(text) as Read<string>;
}

/** The plan of an account as somebody typed it. */
export function readPlan(text: string): Read<Plan> {
  if (text.trim().toLowerCase() === 'basic') return refused('plan_unfit', 'basic', basicPlan);
  return readChoice(text, plans) as Read<Plan>;
}

function text(label: string, max: number, initial: string | null | undefined): CatalogField {
  return {
    label,
    initial,
    read(value) {
      if (plain(value).trim() === '' && initial !== undefined) return { value: initial };
      const read = readText(plain(value), { kind: 'text', max });
      if (!('problem' in read)) return read;
      if (plain(value).trim() === '') return refused('value_missing', '', `${label} needs a value.`);
      return ofField(read.problem, `The ${label.toLowerCase()}`, plain(value));
    },
    toText: plain,
  };
}

function choice(label: string, options: readonly string[], initial?: string): CatalogField {
  return { label, initial, read: value => readChoice(plain(value), options), toText: plain };
}

function flag(label: string): CatalogField {
  return { label, initial: false, read: value => ({ value: value === true }), toText: yesNo };
}

const granted: CatalogField = {
  label: 'Privileges',
  initial: [],
  read(value) {
    const chosen: string[] = [];
    for (const item of value as readonly unknown[]) {
      const read = readChoice(plain(item), privileges);
      if ('problem' in read) return read;
      if (!chosen.includes(read.value)) chosen.push(read.value);
    }
    return { value: chosen };
  },
  toText: value => (value as readonly string[]).join(', '),
};

const role: CatalogField = {
  label: 'Role',
  initial: undefined,
  read(value, { catalog }) {
    const found = findByName(catalog.roles, plain(value), 'role');
    return 'problem' in found ? found : { value: { id: found.found.id, name: found.found.name } };
  },
  toText: value => (value as Reference).name,
  toJson: value => (value as Reference).name,
};

const keys: CatalogField = {
  label: 'Keys',
  initial: [],
  // They were checked where they were read.
  read: value => ({ value }),
  toText: value => (value as readonly OperatorKey[]).map(nameOfKey).join(', '),
};

const ownEmail: CatalogField = {
  label: 'E-mail',
  initial: null,
  read: value => ({ value: plain(value).trim() === '' ? null : emailKey(plain(value)) }),
  toText: plain,
};

const plan: CatalogField = { ...choice('Plan', plans), read: value => readPlan(plain(value)) };

/** Why an account with that plan can't be worked on (domain rule 1). */
export const basicPlan =
  "Basic does not include Contact Center; the account's plan has to be Pro, Business or Education.";

/** The words of an e-mail, which were checked where they were read; null: those that come with the program. */
function notice(label: string): CatalogField {
  return {
    label,
    initial: null,
    read: value => ({ value: value === null ? null : plain(value) }),
    toText: value => (value === null ? 'as it comes' : firstLine(plain(value))),
  };
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.trimEnd().split('\n');
  return more.length > 0 ? `${first} (1 of ${more.length + 1} lines)` : first;
}

const rateShare: CatalogField = {
  label: 'Rate share',
  initial: 0.5,
  read(value) {
    const share = Number(plain(value).replace(/^(.*)%$/, (_, percent) => String(Number(percent) / 100)));
    if (share > 0 && share <= 1) return { value: share };
    return refused(
      'not_allowed',
      plain(value),
      `"${plain(value)}" is no share of a rate: such as 50% or 0.5.`,
    );
  },
  toText: value => `${Math.round(Number(value) * 100)}%`,
};

const total: CatalogField = {
  label: 'Licenses',
  initial: undefined,
  read(value) {
    const digits = plain(value).trim();
    if (/^\d{1,9}$/.test(digits)) return { value: Number(digits) };
    return refused('not_allowed', digits, `"${digits}" is no number of licenses: a whole number from 0 on.`);
  },
  toText: plain,
};

const edits: CatalogField = {
  label: 'Settings',
  initial: [],
  // Their texts are checked together, with the template's type.
  read: value => ({ value }),
  toText: value => (value as readonly FieldEdit[]).map(editText).join(', '),
  toJson: value =>
    (value as readonly FieldEdit[]).map(({ field, op, text }) => ({
      field: fields[field].jsonName,
      op,
      value: text,
    })),
};

/** `role_name=Agent`, `queues+=Billing`. */
export function editText({ field, op, text }: FieldEdit): string {
  const { jsonName } = fields[field];
  if (op === 'clear') return `${jsonName}=(clear)`;
  const signs = { set: '=', add: '+=', remove: '-=', 'opt-in': ': opt in ', 'opt-out': ': opt out ' };
  return `${jsonName}${signs[op]}${text}`;
}

/** Every value of every kind, in the order in which they print. */
export const catalogFields: Record<CatalogKind, Readonly<Record<string, CatalogField>>> = {
  queue: {
    queue_name: name(limits.queue, { behind: 'assignment' }),
    channel: choice('Channel', channels, 'voice'),
    description: text('Description', 256, ''),
  },
  role: { role_name: name(limits.other), privileges: granted },
  skill: {
    skill_name: name(limits.other, { behind: 'level' }),
    category: text('Category', limits.other, undefined),
    graded: flag('Levels'),
  },
  team: { team_name: name(limits.other, { behind: 'assignment' }) },
  region: { region_name: name(limits.other), is_main: flag('Main region') },
  template: {
    template_name: name(limits.template),
    type: choice('For', templateTypes satisfies readonly TemplateType[]),
    description: text('Description', 100, ''),
    edits,
  },
  operator: {
    operator_name: name(limits.other),
    role,
    is_owner: flag('Owner'),
    login: text('Login', 256, null),
    keys,
    user_email: ownEmail,
  },
  account: {
    account_name: accountName,
    plan,
    license_model: choice('License model', licenseModels),
    rate_share: rateShare,
    notices: choice('E-mail sender', noticesBy, 'zoom'),
    notice_subject: notice('E-mail subject'),
    notice_text: notice('E-mail text'),
  },
  license_pool: { package_name: choice('Package', packageNames), total },
};

function refused(code: string, value: string, message: string): { problem: Problem } {
  return { problem: { code, value, message } };
}

/** A long text is not repeated where it is enough to say which one it is. */
function ofField(problem: Problem, what: string, value: string): { problem: Problem } {
  if (problem.code !== 'too_long') return { problem };
  const [, why = ''] = /(has [\d,]+ characters.*)$/.exec(problem.message) ?? [];
  return refused(problem.code, value, `${what} ${why}`);
}
