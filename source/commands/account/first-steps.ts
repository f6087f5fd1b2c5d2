import { readLink } from '../../../db/account/link.ts';
import { hasPeople, readAccount, readPools } from '../../../db/catalog/account.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { type Missing, missingFor, missingText } from '../../roster/licenses/missing.ts';
import type { Io } from '../shell/io.ts';
import { note } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';

/** Says of an account without users what to do first, in order. */
export async function noteMissing(io: Io, db: Db, options: Common): Promise<void> {
  for (const line of linesOf(await readMissing(db))) note(io, line, options);
}

/** Throws Refusal where the account has no people whom a list of e-mails could be about. */
export async function requirePeople(db: Db): Promise<void> {
  if (await hasPeople(db)) return;
  throw new Refusal(linesOf(await readMissing(db)).join('\n'), exits.refused, 'no_people');
}

async function readMissing(db: Db): Promise<Missing[]> {
  const { license_model } = await readAccount(db);
  const source = (await readLink(db)) ?? undefined;
  return missingFor({ hasPeople: await hasPeople(db), pools: await readPools(db, license_model), source });
}

function linesOf(missing: readonly Missing[]): string[] {
  const [only, ...more] = missing;
  if (only && more.length === 0) return [`${missingText(missing)}: ${only.command}`];
  const widest = Math.max(...missing.map(({ command }) => command.length));
  const steps = missing.map(({ command, todo }) => `  ${command.padEnd(widest)}   ${todo}`);
  return [`${missingText(missing)}. In this order:`, ...steps];
}
