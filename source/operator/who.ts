import { userInfo } from 'node:os';
import type { Db } from '../../db/dialect.ts';
import { operatorByLogin, ownerNames } from '../../db/operators.ts';
import type { Operator } from '../roster/privileges.ts';
import { listed } from '../roster/words.ts';

/** The operator at work, and from where. */
export interface Who {
  operator: Operator;
  /** `local`, or `ssh` and the address. */
  via: string;
}

export type Identified = { who: Who } | { refused: string };

/** Who is asking, by the login of the effective user id; somebody unknown is refused with a sentence that names whom to ask. */
export async function identify(db: Db, env: NodeJS.ProcessEnv): Promise<Identified> {
  const login = effectiveLogin();
  const operator = await operatorByLogin(db, login);
  if (operator) return { who: { operator, via: via(env) } };
  const owners = listed(await ownerNames(db));
  return { refused: `${login} is no operator of this roster. Ask ${owners} for access.` };
}

/** The operating-system login of the effective user id – never $USER, which anybody can set. */
export function effectiveLogin(): string {
  try {
    return userInfo().username;
  } catch {
    // An id without an entry in the system's list of users.
    return `user id ${process.geteuid?.() ?? '?'}`;
  }
}

function via(env: NodeJS.ProcessEnv): string {
  // sshd sets it to: client address, client port, server address, server port.
  const address = env.SSH_CONNECTION?.trim().split(/\s+/)[0] ?? '';
  return /^[\w.:%-]+$/.test(address) ? `ssh ${address}` : 'local';
}
