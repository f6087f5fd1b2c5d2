import { keyBytes } from '../../terminal/key-bytes.ts';
import type { Session } from '../pty/session.ts';

/** The address of the user at the cursor. */
export function cursorAt(session: Session): string | undefined {
  return /▸.*?(\S+@\S+)/.exec(session.lines().join('\n'))?.[1];
}

/** Milliseconds until the cursor is at another user: in which row that is changes with those who come in. */
export async function moveDown(session: Session): Promise<number> {
  const address = cursorAt(session)!.replaceAll(/[^\w@]/g, '.');
  return (await session.until(keyBytes('Down'), new RegExp(`▸(?!.*${address})`))).ms;
}
