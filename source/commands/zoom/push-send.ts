import { sendAll, waitingPushes } from '../../../db/account/pushes.ts';
import { readWaiting } from '../../../db/account/waiting.ts';
import { counted } from '../../roster/text/words.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { print } from '../shell/stdout.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';
import { type Fate, fateJson, fateLines, fateOf, pushAndWait } from './push-and-wait.ts';

export type SendOptions = Common & { yes?: boolean | undefined; all?: boolean | undefined };

const fateListing: Listing<Fate> = {
  titles: [],
  row: () => [],
  columns: ['id', 'state', 'taken_back_by', 'failure', 'refused'],
  cells: fate => {
    const { refused, ...plain } = fateJson(fate);
    return [...Object.values(plain), refused.length].map(value => String(value ?? ''));
  },
  json: fateJson,
};

/** Sends a change set and those before it, or all that wait, and says what became of each. Returns the exit code. */
export async function send(work: Work, id: number | null, options: SendOptions): Promise<number> {
  const { roster } = work;
  if (id !== null) return await told(work, [await sentOne(work, id, options)], options);
  if (options.all) await withAll(work, options);
  const waiting = await waitingPushes(roster.read);
  const last = waiting.at(-1);
  if (last === undefined) {
    note(work.io, 'No change set waits to be sent.', options);
    await noteRest(work, options);
    return exits.done;
  }
  const { failure = null, interrupted = null } = (await pushAndWait(work, last, options)) ?? {};
  const fates = await Promise.all(waiting.map(one => fateOf(work, one)));
  const code = await told(
    work,
    fates.map(fate => ({
      ...fate,
      failure: fate.failure ?? (fate.push.state === 'waiting' ? failure : null),
      interrupted,
    })),
    options,
  );
  if (interrupted === null) await noteRest(work, options);
  return code;
}

async function sentOne(work: Work, id: number, options: SendOptions): Promise<Fate> {
  const fate = await pushAndWait(work, id, options);
  if (fate) return fate;
  throw new Refusal(
    `Change set ${id} is for the roster alone, or is none. See: roster push --list${dbOption(work.io, options)}`,
    exits.refused,
    'unknown_push',
  );
}

/** What differs without a change set that waits: of before the roster was connected. */
async function noteRest({ roster, io }: Work, options: SendOptions): Promise<void> {
  // What waits still would be counted with it.
  if ((await waitingPushes(roster.read)).length > 0) return;
  const { steps } = await readWaiting(roster.read);
  const all = `roster push --all${dbOption(io, options)}`;
  if (steps.length === 0) return;
  note(
    io,
    `${counted(steps.length, 'call')} would be for what no change set waits with. Look first: roster push --dry-run; then: ${all}`,
    options,
  );
}

/** All that differs is to be sent, whoever changed it when. */
async function withAll({ roster, io }: Work, options: SendOptions): Promise<void> {
  const { steps } = await readWaiting(roster.read);
  if (steps.length === 0) return;
  const question = `All that differs here is sent to the account, in ${counted(steps.length, 'call')}.`;
  if (!options.yes) {
    if (!canAsk(io))
      throw new Refusal(`${question} Say --yes, or look with --dry-run.`, exits.refused, 'needs_yes');
    if (!(await askYesNo(io, `${question} Send it?`))) throw new Refusal('Nothing was sent.');
  }
  await roster.write().transaction().execute(sendAll);
}

/** Says what became of them. Returns the exit code. */
export async function told(work: Work, fates: readonly Fate[], options: SendOptions): Promise<number> {
  const { io } = work;
  const { format = 'table' } = options;
  if (format === 'table')
    for (const fate of fates) {
      const [first, ...more] = fateLines(work, fate, options);
      await print(
        io,
        `Change set ${fate.push.change_set_id}: ${first}\n${more.map(line => `  ${line}\n`).join('')}`,
      );
    }
  else await printListing(io, fateListing, fates, options);
  const states = fates.map(({ push }) => push.state);
  const interrupted = fates.find(fate => fate.interrupted !== null)?.interrupted;
  if (interrupted != null) return interrupted;
  if (states.every(state => state === 'pushed' || state === 'canceled')) return exits.done;
  return states.every(state => state === 'refused') ? exits.refused : exits.partial;
}
