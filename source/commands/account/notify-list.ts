import { readNotice } from '../../../db/outbox/notice-template.ts';
import { dueNotices, type ListedNotice, listNotices } from '../../../db/outbox/outbox-list.ts';
import { letterText } from '../../notify/compose.ts';
import { readMailSettings } from '../../notify/mail-settings.ts';
import { tidyIfAlone } from '../../notify/sole-sender.ts';
import { may } from '../../roster/access/privileges.ts';
import { waitingText } from '../../roster/plan/notice.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { counted } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { type Listing, printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { exits } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import type { Work } from '../storage/with-roster.ts';
import type { NotifyOptions } from './notify.ts';

/** As much of an id as people need to type. */
export function shortId({ outbox_id }: { outbox_id: string }): string {
  return outbox_id.slice(0, 8);
}

export const noticeListing: Listing<ListedNotice> = {
  titles: ['Id', 'State', 'To', 'Since', 'Tries', 'Next try', 'Error'],
  row: notice => [
    shortId(notice),
    notice.state,
    notice.user_email,
    localTime(notice.created_at),
    String(notice.attempts),
    notice.next_at === null ? '' : localTime(notice.next_at),
    notice.error ?? '',
  ],
  columns: ['id', 'state', 'user_email', 'created_at', 'changed_at', 'attempts', 'next_at', 'error'],
  cells: notice => Object.values(noticeJson(notice)).map(value => String(value ?? '')),
  json: noticeJson,
};

function noticeJson(notice: ListedNotice) {
  const { outbox_id: id, state, user_email, created_at, changed_at, attempts, next_at, error } = notice;
  return { id, state, user_email, created_at, changed_at, attempts, next_at, error };
}

/** Shows the e-mails that are not sent, or all. */
export async function list({ roster, who, io }: Work, options: NotifyOptions): Promise<number> {
  // Who may only look opens nothing that writes.
  if (may(who.operator, 'UserManagement:Edit')) await tidyIfAlone(roster);
  const notices = await listNotices(roster.read, { all: options.all === true });
  const count = await printListing(io, noticeListing, notices, options);
  if (count === 0) note(io, options.all ? 'No e-mails yet.' : 'Nothing waits to be sent.', options);
  const unknown = notices.filter(notice => notice.state === 'unknown').length;
  if (unknown > 0)
    note(
      io,
      `${counted(unknown, 'e-mail')} may have been sent or not. Ask the person, then: roster notify --retry ID, or --withdraw ID`,
      options,
    );
  const waiting = notices.filter(notice => notice.state === 'waiting').length;
  const read = readMailSettings(io.env);
  if (waiting > 0 && 'refused' in read) note(io, `${waitingText(waiting)}. ${read.refused}`, options);
  return exits.done;
}

/** Shows what would be sent now, to whom, and how it reads. */
export async function preview({ roster, io }: Work, options: NotifyOptions): Promise<number> {
  const due = await dueNotices(roster.read, new Date().toISOString());
  const stationery = await readNotice(roster.read);
  const letters = due.map(notice => ({ ...notice, ...letterText(stationery, notice) }));
  const listing: Listing<(typeof letters)[number]> = {
    titles: ['Id', 'To', 'Name', 'Subject'],
    row: letter => [shortId(letter), letter.user_email, letter.user_name, letter.subject],
    columns: ['id', 'user_email', 'subject', 'text'],
    cells: letter => [letter.outbox_id, letter.user_email, letter.subject, letter.text],
    json: ({ outbox_id: id, user_email, subject, text }) => ({ id, user_email, subject, text }),
  };
  await printListing(io, listing, letters, options);
  const [first] = letters;
  if (first && (options.format ?? 'table') === 'table') {
    const lines = [`To: ${first.user_email}`, `Subject: ${first.subject}`, '', ...first.text.split('\n')];
    await print(io, `\n${lines.map(visible).join('\n')}`);
  }
  note(io, first ? 'Nothing was sent (--dry-run).' : 'Nothing is to be sent.', options);
  return exits.done;
}
