import { userInfo } from 'node:os';
import type { Authorship, Proof } from '../../db/authorship.ts';
import { operatorBy, ownerNames } from '../../db/catalog/operators.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import type { Operator } from '../roster/access/privileges.ts';
import { listed } from '../roster/text/words.ts';
import { isTooManyOpen } from './accounts.ts';
import type { SshSession } from './ssh-session.ts';

/** The operator at work, by what they are known, and from where. */
export interface Who {
  operator: Operator;
  proof: Proof;
  /** `local`, or `ssh` and the address; behind it the fingerprint of the key they came in with. */
  via: string;
}

export type Identified = { who: Who } | { refused: string };

/**
 * Who is asking: in a session over SSH by the key that sshd checked, else by the login of the effective user id.
 * Somebody unknown is refused with a sentence that names whom to ask.
 */
export async function identify(
  db: Db,
  { env, session }: { env: NodeJS.ProcessEnv; session?: SshSession },
): Promise<Identified> {
  const proof = session
    ? { operator_id: session.operator_id, key: session.key }
    : { login: effectiveLogin() };
  const operator = await operatorBy(db, proof);
  const from = [place(env), ...('key' in proof ? [proof.key] : [])];
  if (operator) return { who: { operator, proof, via: from.join(' ') } };
  const whose = 'key' in proof ? `The key ${proof.key} is no operator's` : `${proof.login} is no operator`;
  return { refused: `${whose} of this roster. Ask ${listed(await ownerNames(db))} for access.` };
}

/** What history keeps of who changed something now. */
export function authorship({ operator, proof, via }: Who): Authorship {
  const { operator_id, operator_name } = operator;
  return { operator_id, operator_name, via, proof, at: new Date().toISOString() };
}

/** The operating-system login of the effective user id – never $USER, which anybody can set. */
export function effectiveLogin(): string {
  try {
    return userInfo().username;
  } catch (error) {
    const { code = '' } = (error as { info?: { code?: string } }).info ?? {};
    if (isTooManyOpen(code)) throw Object.assign(new Error(code), { code, path: '/etc/passwd' });
    // An id without an entry in the system's list of users.
    return `user id ${process.geteuid?.() ?? '?'}`;
  }
}

function place(env: NodeJS.ProcessEnv): string {
  // sshd sets it to: client address, client port, server address, server port.
  const address = env.SSH_CONNECTION?.trim().split(/\s+/)[0] ?? '';
  return /^[\w.:%-]+$/.test(address) ? `ssh ${address}` : 'local';
}
