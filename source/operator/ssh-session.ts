/** What sshd's forced command says of whoever came in by a key (see `forcedCommand`). */
export interface SshSession {
  /** The roster, absolute: nothing else may name one. */
  db: string;
  operator_id: number;
  /** The fingerprint of the key that sshd has checked. */
  key: string;
}

let session: SshSession | null = null;
let sshd = 0;

/** From here on this process works for the holder of that key, and for nobody else. */
export function beginSession(begun: SshSession): void {
  session = begun;
  sshd = process.ppid;
}

/** Null where somebody runs the program by themselves. */
export function currentSession(): SshSession | null {
  return session;
}

/** Whether the connection is gone: whoever serves it has ended, be it before we began, and init has become our parent. */
export function hasLostConnection(): boolean {
  return session !== null && (process.ppid !== sshd || process.ppid === 1);
}
