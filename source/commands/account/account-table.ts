import { basicPlan } from '../../roster/catalog/catalog-fields.ts';
import { fields, settableFields } from '../../roster/users/fields.ts';
import { licenseModels, noticesBy, packageNames, plans } from '../../roster/users/vocabulary.ts';
import type { CommandEntry, OptionEntry } from '../shell/command.ts';
import { where, yes } from '../users/change-options.ts';

/** The plans that qualify; others are refused by name (domain rule 1). */
export const plan: OptionEntry = {
  flags: '--plan <plan>',
  description: 'the account’s plan',
  choices: plans,
  unfit: { basic: basicPlan },
};

/** Where somebody is, is not compared with what the account says. */
const clashingFields = settableFields.filter(name => name !== 'status_name' && name !== 'sub_status_name');

/** For whoever takes over what the account says. */
const yesToMany: OptionEntry = {
  flags: '--yes',
  description: 'without being asked, also where many users would be changed or removed',
};

/** The account with its licenses. */
export const accountCommands: readonly CommandEntry[] = [
  {
    name: 'account',
    summary: 'show the account: plan, license model, license pools and their use',
    options: [
      {
        flags: '--usage',
        description:
          'also by package, role and queue, the times over the pools, and the peak of signed-in users by hour',
      },
    ],
    examples: ['account', 'account --usage --format json'],
    load: () => import('./account.ts'),
  },
  {
    name: 'account set',
    summary: 'change the account; only what is named changes',
    options: [
      { flags: '--name <name>', description: 'what the account is called' },
      plan,
      {
        flags: '--license-model <model>',
        description: 'how licenses are counted',
        choices: licenseModels,
      },
      {
        flags: '--licenses <number>',
        description: `licenses bought; [PACKAGE=]N, packages: ${packageNames.join(', ')}`,
        repeats: true,
      },
      {
        flags: '--rate-share <share>',
        description: 'how much of the Zoom account’s rate the roster takes: 50% unless told',
      },
      {
        flags: '--notices <sender>',
        description: 'who e-mails people who are added, once connected: zoom unless told',
        choices: noticesBy,
      },
    ],
    kind: 'catalog',
    changes: true,
    examples: [
      'account set --licenses 600 --licenses elite=5',
      'account set --license-model concurrent --dry-run',
    ],
    load: () => import('./account-set.ts'),
  },
  {
    name: 'account connect',
    summary: 'connect the roster to the Zoom account, by an app of your own, and read it',
    options: [{ flags: '--later', description: 'only connect; roster pull reads the account' }],
    examples: ['account connect', 'account connect --later --db /srv/roster.db'],
    load: () => import('../zoom/connect.ts'),
  },
  {
    name: 'account disconnect',
    summary: 'forget the app; what was read of the account stays',
    examples: ['account disconnect', 'account disconnect --db /srv/roster.db'],
    load: () => import('../zoom/disconnect.ts'),
  },
  {
    name: 'account probe',
    summary: 'find out on a test user what Zoom does not say of its API; all is put back',
    arguments: [{ syntax: '<email>', description: 'somebody whom nobody misses for a minute' }],
    options: [
      {
        flags: '--queue <name>',
        description: 'the queue that they are put into for a moment; the smallest unless told',
      },
      { flags: '--yes', description: 'without being asked' },
    ],
    changes: true,
    examples: [
      'account probe test.agent@acme.example',
      'account probe test.agent@acme.example --queue Billing --dry-run',
    ],
    load: () => import('../zoom/probe.ts'),
  },
  {
    name: 'pull',
    summary: 'bring the roster to what the Zoom account says',
    options: [
      yesToMany,
      {
        flags: '--full',
        description: 'look at everybody again, and at the levels of all skills',
      },
      { flags: '--watch', description: 'go on: users every minute, all else every hour' },
    ],
    changes: true,
    examples: ['pull --yes --format json', 'pull --watch'],
    load: () => import('../zoom/pull.ts'),
  },
  {
    name: 'sync',
    summary: 'send what waits into the Zoom account, take over what it says, and go on with --watch',
    options: [
      yesToMany,
      {
        flags: '--watch',
        description:
          'go on: what is decided here at once, users every minute and as events come (ROSTER_ZOOM_SUBSCRIPTION_ID), all else every hour',
      },
    ],
    examples: ['sync', 'sync --watch'],
    load: () => import('../zoom/sync.ts'),
  },
  {
    name: 'diff',
    summary: 'in what roster and Zoom account differ: ← theirs, → waits here, ≠ both',
    arguments: [{ syntax: '[email]', description: 'only this user' }],
    options: [{ flags: '--exit-code', description: 'end with 1 where something differs' }],
    examples: ['diff', 'diff ana.silva@acme.example --exit-code'],
    load: () => import('../zoom/diff.ts'),
  },
  {
    name: 'resolve',
    summary: 'decide what was changed both here and at the Zoom account: theirs, or mine',
    arguments: [{ syntax: '[email...]', description: 'whom; - reads a list from standard input' }],
    options: [
      { flags: '--theirs', description: 'take what the account has' },
      { flags: '--mine', description: 'keep what is here, and send it over what the account has' },
      {
        flags: '--field <field>',
        description: 'only this field; again: and this one',
        choices: clashingFields.map(name => fields[name].jsonName),
        also: Object.fromEntries(
          clashingFields.map(name => [fields[name].label.toLowerCase(), fields[name].jsonName]),
        ),
        repeats: true,
      },
      { flags: '--all', description: 'instead of e-mails: everybody who was changed on both sides' },
      where,
      yes,
    ],
    kind: 'edit',
    changes: true,
    examples: ['resolve ana.silva@acme.example --theirs', 'resolve --all --mine --field role_name --dry-run'],
    load: () => import('../zoom/resolve.ts'),
  },
  {
    name: 'push',
    summary: 'send what waits into the Zoom account, and say what became of it',
    arguments: [{ syntax: '[id]', description: 'up to this change set; all that wait unless told' }],
    options: [
      {
        flags: '--list',
        description: 'only list the change sets that are for the account, and how far they are',
      },
      { flags: '--retry <id>', description: 'try again what the account refused of a change set' },
      { flags: '--give-up <id>', description: 'take back here what of a change set still waits' },
      { flags: '--all', description: 'also what differs and no change set waits with' },
      { flags: '--yes', description: 'without being asked' },
    ],
    changes: true,
    examples: ['push --dry-run', 'push --list --format json'],
    load: () => import('../zoom/push.ts'),
  },
];
