import { ownerNames } from '../../../db/catalog/operators.ts';
import { openRoster, type RosterDatabase } from '../../../db/open.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { networkWarning } from '../../../db/sqlite/file-system.ts';
import { closeToOthers, whyShutOut } from '../../operator/file-access.ts';
import { hasLostConnection } from '../../operator/ssh-session.ts';
import { identify, type Who } from '../../operator/who.ts';
import { whyNot } from '../../roster/access/permission.ts';
import type { Privilege } from '../../roster/access/privileges.ts';
import { listed } from '../../roster/text/words.ts';
import type { Io } from '../shell/io.ts';
import { note } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { dbOption, rosterPath } from './db-path.ts';

/** An open roster, who works on it, and from where. */
export interface Work {
  roster: RosterDatabase;
  who: Who;
  io: Io;
}

/**
 * Opens the roster, makes sure that whoever runs the command may do what it does, runs `work`, and closes
 * the roster whatever happens. Throws OpenError and Refusal.
 */
export async function withRoster<T>(
  io: Io,
  options: Common,
  needed: Privilege | readonly Privilege[],
  work: (work: Work) => Promise<T>,
  { onScreen = false }: { onScreen?: boolean } = {},
): Promise<T> {
  const onWait = (waiting: boolean) => {
    if (waiting) note(io, 'Waiting for another program to finish writing …', options);
  };
  const path = rosterPath(io, options.db);
  const shutOut = whyShutOut(path);
  if (shutOut !== null) throw new Refusal(shutOut, exits.forbidden, 'shut_out');
  const roster = await openRoster(path, { onWait, goOn: () => stopIfCutOff(io) }, dbOption(io, options));
  try {
    // The screen says it itself.
    const warning = onScreen ? null : networkWarning(roster.path);
    if (warning) note(io, warning, options);
    if (roster.copiedTo)
      note(io, `${roster.path} was brought up to date. As it was before: ${roster.copiedTo}`, options);
    const who = await admit(io, roster.read, needed);
    const closed = closeToOthers(path);
    if (closed !== null) note(io, closed, options);
    return await work({ roster, who, io });
  } finally {
    await roster.close();
  }
}

/** Where no terminal tells it, a command hears of a dropped line or a Ctrl+C only by asking. Throws Refusal. */
function stopIfCutOff({ session }: Io): void {
  if (hasLostConnection(session))
    throw new Refusal('The connection broke before this was written.', exits.refused, 'connection_lost');
}

/**
 * Who works here; throws Refusal where they may not do what is `needed`. To be asked again, under the lock, by what goes
 * on for long: roles change and keys are taken back meanwhile.
 */
export async function admit(io: Io, db: Db, needed: Privilege | readonly Privilege[]): Promise<Who> {
  const identified = await identify(db, io);
  if ('refused' in identified) throw new Refusal(identified.refused, exits.forbidden, 'unknown_operator');
  const [refused] = [needed].flat().flatMap(privilege => whyNot(identified.who.operator, privilege) ?? []);
  if (refused === undefined) return identified.who;
  throw new Refusal(`${refused} Ask ${listed(await ownerNames(db))}.`, exits.forbidden, 'not_permitted');
}
