import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../commands/run.ts';
import { command, json } from './fixture.ts';

const key = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q kim@laptop\n';

/** Runs a command as Kim, who is another operator than the one at the screen. */
export type AsKim = (words: string) => Promise<void>;

/** Lets Kim into a new roster by a key. */
export async function letKimIn(file: string): Promise<AsKim> {
  const pub = join(dirname(file), 'kim.pub');
  writeFileSync(pub, key);
  const added = JSON.parse(
    await command(file, 'operator', 'add', 'Kim', '--role', 'Admin', '--key', pub, '--format', 'json'),
  );
  const { fingerprint } = added.catalog[0].fields.keys.after[0];
  // The newest of a new roster, from which nobody was removed.
  const id = (await json(file, 'operator', 'list')).length;
  const session = ['session', '--db', file, '--key', fingerprint, '--operator', String(id)];
  return async words => {
    const env = { HOME: dirname(file), SSH_ORIGINAL_COMMAND: words };
    const { code, stderr } = await run(session, { env });
    if (code !== 0) throw new Error(`roster ${words}, as Kim: exit ${code}\n${stderr}`);
  };
}
