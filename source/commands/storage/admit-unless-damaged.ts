import { makeSureOfRoster, openRoster, saysDamaged } from '../../../db/open.ts';
import { schemaVersion } from '../../../db/sqlite/schema/migrations.ts';
import { whyShutOut } from '../../operator/file-access.ts';
import type { Io } from '../shell/io.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { admit } from './with-roster.ts';

/**
 * Who may look at a roster may check it, and save what is left of it; where that can't be told any more, or not before the
 * roster is brought up to date, whoever may read the file. Throws Refusal, and OpenError for other reasons than damage.
 */
export async function admitUnlessDamaged(io: Io, path: string): Promise<void> {
  const shutOut = whyShutOut(path);
  if (shutOut !== null) throw new Refusal(shutOut, exits.forbidden, 'shut_out');
  try {
    if (makeSureOfRoster(path) < schemaVersion) return;
    const roster = await openRoster(path);
    await admit(io, roster.read, 'UserManagement:Read').finally(roster.close);
  } catch (error) {
    if (!saysDamaged(error)) throw error;
  }
}
