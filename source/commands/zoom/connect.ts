import * as z from 'zod/mini';
import { writeLink } from '../../../db/account/link.ts';
import { dropStaging } from '../../../db/account/staging.ts';
import { readAccount } from '../../../db/catalog/account.ts';
import { type AccountFiles, accountFiles, keepCredentials } from '../../account/client/account-files.ts';
import { type Credentials, credentialNames, findCredentials } from '../../account/client/credentials.ts';
import { openAccount } from '../../account/client/open-account.ts';
import { tryScopes } from '../../account/client/scopes.ts';
import {
  lackingWritingScopes,
  type WritingScope,
  writingScopes,
} from '../../account/client/writing-scopes.ts';
import { queues, skills } from '../../account/reads/catalog-reads.ts';
import type { Read } from '../../account/reads/list-read.ts';
import { readingTime } from '../../account/reads/reading-time.ts';
import { people, queueSupervisors, users } from '../../account/reads/reads.ts';
import { counted, durationText, listed } from '../../roster/text/words.ts';
import type { Question } from '../screen/ask.tsx';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, progressLine, say } from '../shell/messages.ts';
import { type Common, common, flag, readOptions } from '../shell/options.ts';
import { isPlain } from '../shell/plain.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { canAsk } from '../shell/standard-input.ts';
import { dbOption } from '../storage/db-path.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { pull } from './pull-once.ts';
import { lockAccount, withAccountLock } from './with-account.ts';

const schema = z.object({ ...common, later: flag });
type Options = z.infer<typeof schema>;

/** `roster account connect` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', work => connect(work, options));
}

async function connect(work: Work, options: Options): Promise<number> {
  const { roster, who, io } = work;
  const files = accountFiles(roster.path);
  const { credentials, typed } = await credentialsFor(io, files, options);
  const { plan, rate_share: share } = await readAccount(roster.read);
  const progress = progressLine(io, options);
  const { missing, lacking, sizes, unwritable } = await untilLeaving(async (_, signal) => {
    const { client } = openAccount({ credentials, env: io.env, files, plan, share, signal });
    const lock = await lockAccount(roster.path, progress, signal);
    const told = (what: string) => (tried: number, of: number) =>
      progress.show(`Trying what the app may ${what}: ${tried} of ${of}`);
    try {
      const reading = await tryScopes(client, told('read'));
      const mayRead = reading.missing.length === 0;
      const unwritable = mayRead ? await lackingWritingScopes({ client, signal }, told('change')) : [];
      return { ...reading, unwritable };
    } finally {
      lock.release();
    }
  }).finally(progress.clear);
  if (missing.length > 0) throw new Refusal(missingText(missing), exits.refused, 'scope_missing');
  if (typed) await keepCredentials(files.credentials, credentials);
  const link = {
    remote_account_id: credentials.account_id,
    connected_at: new Date().toISOString(),
    connected_by: who.operator.operator_name,
  };
  // It may be another account: nobody sends to the one before meanwhile.
  await withAccountLock(work, options, async () => {
    await roster
      .write()
      .transaction()
      .execute(trx => writeLink(trx, link));
    dropStaging(roster.path);
  });
  const next = options.later ? ` Next: roster pull${dbOption(io, options)}` : '';
  note(io, `Connected to the account ${credentials.account_id}.${next}`, options);
  if (typed) note(io, `The credentials are in ${files.credentials}, which nobody else can read.`, options);
  const withOut = new Map(lacking.map(({ scope, purpose }) => [scope, purpose]));
  for (const [scope, purpose] of withOut)
    note(io, `The app lacks ${scope}, for ${purpose}; the roster does without.`, options);
  for (const text of unwritableTexts(unwritable)) note(io, text, options);
  if (options.later) return exits.done;
  note(io, willRead({ sizes, plan, share }), options);
  await pull(work, options);
  return exits.done;
}

/** What is read now, and about how long that takes. */
function willRead(account: Parameters<typeof readingTime>[0]): string {
  const size = ({ path }: { path: string }, noun: string, more?: string) =>
    counted(account.sizes.get(path) ?? 0, noun, more);
  const things = [
    size(users, 'user'),
    size(people, 'person', 'people'),
    size(queues, 'queue'),
    size(skills, 'skill'),
  ];
  const { lists, levels } = readingTime(account);
  return `Reading ${listed(things, things.length)}: about ${durationText(lists)}; then the levels of skills, one call a user: at most ${durationText(levels)}.`;
}

/** From where they are kept, else typed at a terminal. */
async function credentialsFor(
  io: Io,
  files: AccountFiles,
  options: Common,
): Promise<{ credentials: Credentials; typed: boolean }> {
  const mayAsk = canAsk(io) && !isPlain(io, options);
  // At a terminal what was typed before is asked for anew: it may be what is wrong.
  const found = await findCredentials(io.env, mayAsk ? null : files.credentials);
  if (found) return { credentials: found, typed: false };
  if (!mayAsk)
    throw new Refusal(
      `Set ${Object.values(credentialNames).join(', ')}; or run it at a terminal, where it asks.\nHelp: roster account connect --help`,
      exits.usage,
    );
  const { ask } = await import('../screen/ask.tsx');
  say(io, 'Connects this roster to your Zoom account, by a Server-to-Server OAuth app');
  say(io, 'that you make in the App Marketplace, one for each host.');
  say(io, 'Esc leaves, and nothing is changed.');
  say(io, '');
  return { credentials: await ask(questions, io, 'Nothing was changed.'), typed: true };
}

const filled = (answer: string) =>
  /^\S+$/.test(answer.trim()) ? null : 'One word, as the app’s page shows it.';

const questions = {
  account_id: { label: 'Account ID', check: filled },
  client_id: { label: 'Client ID', check: filled },
  client_secret: { label: 'Client secret', check: filled, mask: '•' },
} satisfies Record<keyof Credentials, Question>;

/** That the app may only read, in a line; else what it may not change, a line each. */
function unwritableTexts(lacking: readonly WritingScope[]): string[] {
  const lacks = new Set(lacking.map(({ scope }) => scope));
  // It has the one to read, too; where an account has no teams, nobody is asked for a scope of theirs.
  const isNoSign = ({ scope, trial }: WritingScope) =>
    !trial || scope === queueSupervisors.scope || scope.includes(':team:');
  if (writingScopes.every(one => isNoSign(one) || lacks.has(one.scope)))
    return [
      'The app may only read: what is changed here can’t be sent. docs/zoom.md lists the scopes to add.',
    ];
  return lacking.map(({ scope, titles }) => {
    const does = listed(titles.map(title => title.toLowerCase()));
    return `The app lacks ${scope}, to ${does}: that can’t be sent.`;
  });
}

function missingText(missing: readonly Read<unknown>[]): string {
  const lines = [...new Set(missing.map(({ scope, purpose }) => `  ${scope}  for ${purpose}`))];
  return [
    `The app lacks ${counted(lines.length, 'scope')}:`,
    ...lines,
    'Add them to the app in the App Marketplace, under Scopes; then run this again.',
  ].join('\n');
}
