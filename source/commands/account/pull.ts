import * as z from 'zod/mini';
import { type Pulled, pullAll } from '../../account/pull.ts';
import { counted, listed, number } from '../../roster/text/words.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import { note } from '../shell/messages.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';
import { print } from '../shell/stdout.ts';
import { dbOption } from '../storage/db-path.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { printDifferences, readDifferences } from './diff.ts';
import { withAccount } from './with-account.ts';

const schema = z.object({ ...common, yes: flag, dryRun: flag });
type Options = z.infer<typeof schema>;

/** `roster pull` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  return await withRoster(call.io, options, 'AccountSettings:Edit', async work => {
    if (options.dryRun) return await show(work, options);
    const pulled = await pull(work, options);
    const { format = 'table' } = options;
    if (format === 'table') await print(call.io, `${pulledText(pulled, dbOption(call.io, options))}\n`);
    else if (format === 'csv') await print(call.io, csvOf(pulled));
    else await printJson(call.io, pulled, options);
    return exits.done;
  });
}

async function show(work: Work, options: Options): Promise<number> {
  const theirs = (await readDifferences(work, options)).filter(({ side }) => side === 'theirs');
  await printDifferences(work.io, theirs, options);
  note(work.io, 'Nothing was written (--dry-run).', options);
  return exits.done;
}

function pull(work: Work, options: Options): Promise<Pulled> {
  const { roster, io } = work;
  return withAccount(work, options, async ({ account, client, progress, goOn, leaving }) => {
    const isAgreed = async (question: string) => {
      progress.clear();
      if (options.yes) return true;
      if (canAsk(io)) return await askYesNo(io, question, leaving);
      throw new Refusal(`${question} Say so with --yes.`);
    };
    const pulled = await pullAll(account, {
      ...{ roster, client },
      mayChange: users =>
        isAgreed(
          `${counted(users, 'user')} of this roster differ from the account. Take what the account says?`,
        ),
      mayRemove: users => isAgreed(`${counted(users, 'user')} are gone at the account. Remove them here?`),
      onWritten(done, total) {
        goOn();
        progress.show(`Writing users: ${number(done)} of ${number(total)}`);
      },
    });
    if (!pulled) throw new Refusal('No user was changed.');
    return pulled;
  });
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
