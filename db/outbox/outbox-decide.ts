import type { Db } from '../sqlite/dialect.ts';
import type { ListedNotice } from './outbox-list.ts';
import { isAboutUser } from './outbox-sending.ts';

/** The e-mails decided about, or why not, as a sentence each. */
export type Decided = { ok: true; notices: ListedNotice[] } | { ok: false; problems: string[] };

/**
 * What a person decides about e-mails that are unknown, failed or waiting: to send them again, or never.
 * `ids` are ids or the beginnings of some. All of them or none; `write: false` only looks.
 */
export async function decideNotices(
  db: Db,
  ids: readonly string[],
  { state, write, now }: { state: 'waiting' | 'withdrawn'; write: boolean; now: string },
): Promise<Decided> {
  return await db.transaction().execute(async trx => {
    const notices = new Map<string, ListedNotice>();
    const problems: string[] = [];
    for (const id of ids) {
      const found = await findNotices(trx, id);
      const [notice] = found;
      const problem =
        notice && found.length === 1 ? await whyNot(trx, notice, state) : notFound(id, found.length);
      if (problem !== null) problems.push(problem);
      else if (notice) notices.set(notice.outbox_id, notice);
    }
    if (problems.length > 0) return { ok: false as const, problems };
    if (write)
      await trx
        .updateTable('outbox')
        .set({
          ...{ state, next_at: null, changed_at: now },
          ...(state === 'waiting' ? { attempts: 0 } : { withdrawn_by_hand: 1 }),
        })
        .where('outbox_id', 'in', [...notices.keys()])
        .execute();
    return { ok: true as const, notices: [...notices.values()] };
  });
}

/** Two are enough to know that the beginning of an id is too short. */
async function findNotices(db: Db, id: string) {
  const first = id.toLowerCase();
  return await db
    .selectFrom('outbox')
    .selectAll()
    .where('outbox_id', '>=', first)
    // Ids are hexadecimal digits and hyphens.
    .where('outbox_id', '<', `${first}g`)
    .limit(2)
    .execute();
}

function notFound(id: string, count: number): string {
  if (count > 1) return `Several e-mails begin with ${id}; name more of the id.`;
  return `There is no e-mail ${id}. See: roster notify --list --all`;
}

async function whyNot(
  db: Db,
  notice: ListedNotice & { person_id: number },
  wanted: 'waiting' | 'withdrawn',
): Promise<string | null> {
  const which = `The e-mail ${notice.outbox_id.slice(0, 8)} to ${notice.user_email}`;
  if (notice.state === 'sent') return `${which} was sent.`;
  if (notice.state === 'withdrawn') return `${which} was withdrawn.`;
  if (notice.state === 'sending') return `${which} is being sent right now.`;
  if (wanted === 'waiting' && !(await isAboutUser(db, notice)))
    return `${which} has become pointless: they were removed. Take it off the list with --withdraw.`;
  return null;
}
