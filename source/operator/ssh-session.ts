/** What sshd's forced command says of whoever came in by a key (see `forcedCommand`). */
export interface KeyHolder {
  /** The roster, absolute: nothing else may name one. */
  db: string;
  operator_id: number;
  /** The fingerprint of the key that sshd has checked. */
  key: string;
}

export interface SshSession extends KeyHolder {
  /** The process that serves the connection; null for what goes on without one. */
  sshd: number | null;
}

/** Whether the connection is gone: whoever serves it has ended, be it before we began, and init has become our parent. */
export function hasLostConnection(session: SshSession | undefined): boolean {
  if (!session || session.sshd === null) return false;
  return process.ppid !== session.sshd || process.ppid === 1;
}
