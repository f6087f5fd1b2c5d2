import { resolve } from 'node:path';
import * as z from 'zod/mini';
import { saysDamaged } from '../../db/open.ts';
import { rescue } from '../../db/rescue.ts';
import { number } from '../roster/words.ts';
import type { Call } from './command.ts';
import { rosterPath } from './db-path.ts';
import { untilLeaving } from './leaving.ts';
import { note, progressLine } from './messages.ts';
import { type Common, common, readOptions } from './options.ts';
import { exits } from './refusal.ts';
import { print } from './stdout.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object(common);

/** `roster rescue` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const from = rosterPath(options.db, process.env);
  const to = resolve(call.arguments[0] ?? '');
  await makeSureOfRight(options);
  const progress = progressLine(options);
  const tables = await untilLeaving(goOn =>
    rescue(from, to, what => {
      goOn();
      progress.show(`Saving ${what}`);
    }).finally(progress.clear),
  );
  const said = (count: number, what: string) => `${number(count)} ${what}`;
  for (const { table, rows, dropped } of tables) {
    const lost = dropped > 0 ? `, ${said(dropped, 'of them left out: they belong to what is lost')}` : '';
    if (rows > 0) note(`${table}: ${said(rows, rows === 1 ? 'row' : 'rows')}${lost}`, options);
  }
  await print(`${to}\n`);
  note(
    `Look at it: roster check --db ${to} – then put it in the roster's place: roster restore ${to}`,
    options,
  );
  return exits.done;
}

/** Who may look at a roster may save what is left of it; where that can't be told any more, whoever may read the file. */
async function makeSureOfRight(options: Common): Promise<void> {
  try {
    await withRoster(options, 'UserManagement:Read', async () => {});
  } catch (error) {
    if (!saysDamaged(error)) throw error;
  }
}
