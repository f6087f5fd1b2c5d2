import { defaultNotice, type NoticeTemplate } from '../../source/roster/plan/notice-text.ts';
import type { Db } from '../sqlite/dialect.ts';

/** The account's name, and the words of its e-mails to people who were added. */
export async function readNotice(db: Db): Promise<{ account_name: string; template: NoticeTemplate }> {
  const { account_name, notice_subject, notice_text } = await db
    .selectFrom('account')
    .select(['account_name', 'notice_subject', 'notice_text'])
    .executeTakeFirstOrThrow();
  const { subject, text } = defaultNotice;
  return { account_name, template: { subject: notice_subject ?? subject, text: notice_text ?? text } };
}
