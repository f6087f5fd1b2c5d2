import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { holderOfKey } from '../../../db/catalog/operators.ts';
import { openRoster } from '../../../db/open.ts';
import { forcedCommand } from '../../operator/forced-command.ts';
import { publicKey } from '../../operator/public-keys.ts';
import { effectiveLogin } from '../../operator/who.ts';
import { rosterPath } from '../storage/db-path.ts';
import type { Call } from './command.ts';
import { readCommon } from './options.ts';
import { exits, Refusal } from './refusal.ts';
import { makeSureOfOwner } from './session.ts';
import { printLine } from './stdout.ts';

/** `roster ssh-keys`, sshd's AuthorizedKeysCommand: lets the holder of a key in, to this program and nothing else. */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const db = rosterPath(io, readCommon(call).db);
  const [account = '', type = '', blob = ''] = call.arguments;
  if (account !== effectiveLogin())
    throw new Refusal(
      `Operators come in as ${effectiveLogin()}, not as ${account}: sshd's AuthorizedKeysCommand belongs behind Match User ${effectiveLogin()}.`,
      exits.forbidden,
      'other_account',
    );
  makeSureOfOwner(db);
  const key = publicKey(type, blob);
  const roster = await openRoster(db);
  try {
    const operator_id = key && (await holderOfKey(roster.read, key));
    if (!key || operator_id === null) return exits.done;
    const program = [process.execPath, realpathSync(resolve(process.argv[1] ?? ''))];
    const line = forcedCommand(program, { db, operator_id, key: key.fingerprint });
    await printLine(io, `${line} ${type} ${blob}`);
    return exits.done;
  } finally {
    await roster.close();
  }
}
