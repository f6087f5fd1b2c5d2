import { pullAll } from '../../account/pull/pull.ts';
import { pullLevels } from '../../account/pull/pull-levels.ts';
import type { Pulled } from '../../account/pull/pulling.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import { printJson } from '../history/print-change-set.ts';
import { leaversNote } from '../people/leavers-note.ts';
import { note } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { print } from '../shell/stdout.ts';
import { dbOption } from '../storage/db-path.ts';
import type { Work } from '../storage/with-roster.ts';
import { type Connection, withConnection, withReading } from './with-account.ts';

export type PullOptions = Common & { yes?: boolean | undefined };

/** Reads all of the account, brings the roster to it, and says what that brought and who left. */
export async function pull(work: Work, options: PullOptions): Promise<void> {
  await printPulled(work, await withConnection(work, options, to => pullOnce(work, to, options)), options);
  const leavers = await leaversNote(work.roster.read, work.io, options);
  if (leavers) note(work.io, leavers.text, options);
}

/** Asks where users were changed here, or many are gone there. */
async function pullOnce(work: Work, connection: Connection, options: PullOptions): Promise<Pulled> {
  const { roster, io } = work;
  const { client, progress, goOn, leaving } = connection;
  const isAgreed = async (question: string) => {
    progress.clear();
    if (options.yes) return true;
    if (canAsk(io)) return await askYesNo(io, question, leaving);
    throw new Refusal(`${question} Say so with --yes: roster pull --yes${dbOption(io, options)}`);
  };
  return await withReading(work, connection, { ...options, ring: 'everything' }, async account => {
    const pulled = await pullAll(account, {
      ...{ roster, client },
      mayChange: users => isAgreed(`${differText(users)}. Take what it says?`),
      mayRemove: users => isAgreed(`${goneText(users)}. Remove ${users === 1 ? 'that one' : 'them'} here?`),
      onWritten(done, total) {
        goOn();
        progress.show(`Writing users: ${number(done)} of ${number(total)}`);
      },
    });
    if (!pulled) throw new Refusal('No user was changed.');
    await pullLevels({
      ...{ roster, client },
      goesOn(done, total) {
        goOn();
        progress.show(`Reading levels of skills: ${number(done)} of ${number(total)} users`);
        return true;
      },
    });
    return pulled;
  });
}

/** Says what a pull brought. */
export async function printPulled({ io }: Work, pulled: Pulled, options: Common): Promise<void> {
  const { format = 'table' } = options;
  if (format === 'table') return await print(io, `${pulledText(pulled, dbOption(io, options))}\n`);
  if (format === 'csv') return await print(io, csvOf(pulled));
  await printJson(io, pulled, options);
}

/** `8 users differ from what the account says` */
export function differText(users: number): string {
  return `${counted(users, 'user')} ${users === 1 ? 'differs' : 'differ'} from what the account says`;
}

/** `8 users are gone at the account` */
export function goneText(users: number): string {
  return `${counted(users, 'user')} ${users === 1 ? 'is' : 'are'} gone at the account`;
}

function csvOf({ left_out, ...counts }: Pulled): string {
  const row = { ...counts, left_out: left_out.length };
  return `${Object.keys(row).join(',')}\r\n${Object.values(row).join(',')}\r\n`;
}

function pulledText({ added, changed, removed, clashes, catalog, left_out }: Pulled, db: string): string {
  const parts = Object.entries({ added, changed, removed })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${counted(count, 'user')} ${what}`);
  if (catalog > 0) parts.push(`${number(catalog)} of the catalog`);
  const text =
    parts.length > 0 ? `Read the account: ${parts.join(', ')}.` : 'Read the account: nothing is new.';
  return [
    text,
    ...(left_out.length > 0 ? [`Somebody else here has the address or the id of ${listed(left_out)}.`] : []),
    ...(clashes > 0
      ? [`${counted(clashes, 'user')} changed both here and there; see: roster diff${db}`]
      : []),
  ].join(' ');
}
