import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { openRoster } from '../../../db/open.ts';
import { effectiveLogin, identify } from '../../operator/who.ts';
import { number } from '../../roster/text/words.ts';
import { hasScreen, open, refuseScreen } from '../screen/screen.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { progressLine } from '../shell/messages.ts';
import { common, readOptions, wholeNumber, word } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { printLine } from '../shell/stdout.ts';
import { databaseFile } from './db-path.ts';
import { temporaryFolder } from './temporary-folder.ts';

const most = 1_000_000;
/** A fixed day, so that the same number of users gives the same rows. */
const now = new Date('2026-11-23T08:00:00.000Z');

const schema = z.object({ ...common, users: z.optional(wholeNumber), keep: word });
type Options = z.infer<typeof schema>;

/** `roster demo` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const users = options.users ?? 500;
  if (users < 1 || users > most)
    throw new Refusal(`--users takes 1 to ${number(most)}, not ${number(users)}.`, exits.usage);
  const screen = hasScreen(io, options);
  if (options.keep) {
    const path = databaseFile(io, options.keep);
    if (existsSync(path))
      throw new Refusal(`${path} exists already; it was left as it is. Name another file.`);
    await make(io, path, users, options);
    if (screen) return await show(io, path);
    await printLine(io, path);
    return exits.done;
  }
  if (!screen) return refuseScreen(io);
  const folder = temporaryFolder('roster-demo-');
  try {
    const path = join(folder.path, 'demo.db');
    await make(io, path, users, options);
    return await show(io, path);
  } finally {
    folder.remove();
  }
}

async function make(io: Io, path: string, users: number, options: Options): Promise<void> {
  const { makeDemo } = await import('../../demo/make-demo.ts');
  const progress = progressLine(io, options);
  await untilLeaving(goOn => {
    const onProgress = (done: number) => {
      goOn();
      progress.show(`Making up ${number(users)} users: ${number(done)}`);
    };
    const login = effectiveLogin();
    return makeDemo(path, { users, login, now, watchedAt: new Date(), onProgress }).finally(progress.clear);
  });
}

async function show(io: Io, path: string): Promise<number> {
  const roster = await openRoster(path);
  try {
    const identified = await identify(roster.read, io);
    if ('refused' in identified) throw new Refusal(identified.refused, exits.forbidden);
    return await open({ roster, who: identified.who, io }, { remember: false });
  } finally {
    await roster.close();
  }
}
