import { decideNotices } from '../../../db/outbox/outbox-decide.ts';
import { failedNotices } from '../../../db/outbox/outbox-list.ts';
import { tidyIfAlone } from '../../notify/sole-sender.ts';
import { untilMail, waitingText } from '../../roster/plan/notice.ts';
import { counted } from '../../roster/text/words.ts';
import { printListing } from '../shell/listing.ts';
import { note, say } from '../shell/messages.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import type { Work } from '../storage/with-roster.ts';
import { canSendMail } from './can-send-mail.ts';
import type { NotifyOptions } from './notify.ts';
import { noticeListing } from './notify-list.ts';

interface Decision {
  /** Ids, beginnings of ids, or `failed` for all that failed. */
  ids: readonly string[];
  state: 'waiting' | 'withdrawn';
}

/** Says of e-mails that are unknown or failed that they are to be sent again, or never. */
export async function decide(
  { roster, io }: Work,
  { ids, state }: Decision,
  options: NotifyOptions,
): Promise<number> {
  for (const id of ids)
    if (id !== 'failed' && !/^[\da-f][\da-f-]{3,35}$/i.test(id))
      throw new Refusal(
        `An e-mail is named by its id or at least 4 characters of it, not "${id}". See: roster notify --list`,
        exits.usage,
      );
  const write = !options.dryRun;
  if (write) await tidyIfAlone(roster);
  const named = ids.filter(id => id !== 'failed');
  const failed = named.length < ids.length ? await failedNotices(roster.read) : [];
  const now = new Date().toISOString();
  // Even a look needs the writing connection, whose transactions see one state of the database.
  const decided = await decideNotices(roster.write(), [...named, ...failed], { state, write, now });
  if (!decided.ok) {
    for (const problem of decided.problems) say(io, problem);
    say(io, 'Nothing was changed.');
    return exits.refused;
  }
  const shown = decided.notices.map(notice => (write ? { ...notice, state, next_at: null } : notice));
  await printListing(io, noticeListing, shown, options);
  const count = counted(decided.notices.length, 'e-mail');
  if (!write) note(io, 'Nothing was written (--dry-run).', options);
  else if (state === 'withdrawn') note(io, `${count} will not be sent.`, options);
  else if (canSendMail(io.env)) note(io, `${count} will be sent again. Next: roster notify`, options);
  else note(io, `${waitingText(decided.notices.length)} ${untilMail}`, options);
  return exits.done;
}
