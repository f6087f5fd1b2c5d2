import * as z from 'zod/mini';
import { readLink } from '../../../db/account/link.ts';
import { probe } from '../../account/probe/probe.ts';
import type { TestUser } from '../../account/probe/probing.ts';
import { NotPutBack } from '../../account/probe/put-back.ts';
import { findingLines, type Probed } from '../../roster/push/probed.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import { note, say } from '../shell/messages.ts';
import { common, flag, readOptions, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { print } from '../shell/stdout.ts';
import { dbOption } from '../storage/db-path.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { testUser } from './test-user.ts';
import { lockConnected, requireLink, withConnection } from './with-account.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag, queue: word });
type Options = z.infer<typeof schema>;

/** Milliseconds that putting back may take once a signal said to leave. */
const longestPutBack = 60_000;

/** `roster account probe EMAIL` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const needed = ['AccountSettings:Edit', 'UserManagement:Edit'] as const;
  return await withRoster(call.io, options, needed, async work => {
    const { roster, io } = work;
    const { read_at } = await requireLink(roster.read);
    if (!read_at)
      throw new Refusal(`The account was not read yet. First: roster pull${dbOption(io, options)}`);
    const user = await testUser(work, call.arguments[0]!, options);
    if (options.dryRun) {
      await print(io, planText(user));
      note(io, 'Nothing was done (--dry-run).', options);
      return exits.done;
    }
    await agree(work, planText(user), options);
    await probeNow(work, user, options);
    await printFindings(work, (await readLink(roster.read))!.probed!, options);
    return exits.done;
  });
}

function planText({ user_email, queue }: TestUser): string {
  const lines = [
    ...(queue ? [`They are put into the queue ${queue.queue_name} as an agent, and taken out again.`] : []),
    'Their country is changed: alone, and together with a user who does not exist.',
    'A second token is asked for; another program with the same app may have to ask for one, too.',
  ];
  return `At the Zoom account, with ${user_email}:\n${lines.map(line => `  ${line}\n`).join('')}All of it is put back.\n`;
}

async function agree({ io }: Work, plan: string, { yes }: Options): Promise<void> {
  if (yes) return;
  if (!canAsk(io)) throw new Refusal(`${plan}Say --yes, or look with --dry-run.`, exits.refused, 'needs_yes');
  for (const line of plan.trimEnd().split('\n')) say(io, line);
  if (!(await askYesNo(io, 'Go on?'))) throw new Refusal('Nothing was done.');
}

async function probeNow(work: Work, user: TestUser, options: Options): Promise<void> {
  const { roster } = work;
  await withConnection(work, options, async connection => {
    const { progress, leaving, goOn, tokens, clientWith } = connection;
    const lock = await lockConnected(work, connection);
    const ending = new AbortController();
    const giveUp = () => setTimeout(() => ending.abort(), longestPutBack).unref();
    leaving.addEventListener('abort', giveUp, { once: true });
    const { signal } = ending;
    const client = clientWith({ signal });
    const onStep = (text: string) => progress.show(text);
    try {
      await probe({ roster, client, signal, tokens, clientWith, goOn, onStep }, user);
    } catch (error) {
      if (!(error instanceof NotPutBack)) throw error;
      const again = `Do it: roster account probe ${user.user_email}${dbOption(work.io, options)}`;
      progress.clear();
      if (leaving.aborted) say(work.io, `${error.message} ${again}`);
      goOn();
      throw new Refusal(`${error.message} ${again}`, exits.partial, 'not_put_back');
    } finally {
      lock.release();
    }
  });
}

async function printFindings({ io }: Work, probed: Probed, options: Options): Promise<void> {
  const { to_put_back: _, ...found } = probed;
  const { format = 'table' } = options;
  if (format === 'table')
    await print(
      io,
      findingLines(found)
        .map(line => `${line}\n`)
        .join(''),
    );
  else await printJson(io, found, options);
}
