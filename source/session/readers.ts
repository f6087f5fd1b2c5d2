import type { Db } from '../../db/dialect.ts';
import type { RosterDatabase } from '../../db/open.ts';
import { snapshot } from '../../db/snapshot.ts';
import { oneAfterAnother } from './in-time.ts';

type Read = <T>(look: (db: Db) => Promise<T>) => Promise<T>;

/** The connections that are read from, each by one question at a time, and each question sees one state of the database. */
export interface Readers {
  /** For what keys ask. */
  front: Read;
  /** For what takes long: it gives way in between, and must hold up nothing that a key asks. */
  aside: Read;
  /** A connection of its own, for what takes very long. */
  own: Read;
}

export function createReaders(roster: RosterDatabase): Readers {
  const inFront = oneAfterAnother();
  const aside = oneAfterAnother();
  let second: Db | null = null;
  return {
    front: look => inFront(() => snapshot(roster.read, look)),
    aside: look =>
      aside(() => {
        second ??= roster.reader();
        return snapshot(second, look);
      }),
    async own(look) {
      const db = roster.reader();
      try {
        return await snapshot(db, look);
      } finally {
        await db.destroy();
      }
    },
  };
}
