import * as z from 'zod/mini';
import { rescue } from '../../../db/sqlite/backup/rescue.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import { number } from '../../roster/text/words.ts';
import type { Call } from '../shell/command.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note, progressLine } from '../shell/messages.ts';
import { common, readOptions } from '../shell/options.ts';
import { exits } from '../shell/refusal.ts';
import { printLine } from '../shell/stdout.ts';
import { admitUnlessDamaged } from './admit-unless-damaged.ts';
import { databaseFile, dbOption, rosterPath } from './db-path.ts';

const schema = z.object(common);

/** `roster rescue` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const from = rosterPath(io, options.db);
  const to = databaseFile(io, call.arguments[0] ?? '');
  await admitUnlessDamaged(io, from);
  const progress = progressLine(io, options);
  const tables = await untilLeaving(goOn =>
    rescue(from, to, what => {
      goOn();
      progress.show(`Saving ${what}`);
    }).finally(progress.clear),
  );
  const said = (count: number, what: string) => `${number(count)} ${what}`;
  for (const { table, rows, dropped } of tables) {
    const lost = dropped > 0 ? `, ${said(dropped, 'of them left out: they belong to what is lost')}` : '';
    if (rows > 0) note(io, `${table}: ${said(rows, rows === 1 ? 'row' : 'rows')}${lost}`, options);
  }
  await printLine(io, to);
  note(
    io,
    `Look at it: roster check --db ${shellWord(to)} – then put it in the roster's place: roster restore ${shellWord(to)}${dbOption(io, options)}`,
    options,
  );
  return exits.done;
}
