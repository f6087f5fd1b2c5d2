import { domainToASCII } from 'node:url';
import MailComposer from 'nodemailer/lib/mail-composer';
import { fillNotice, type NoticeTemplate, oneLine } from '../roster/plan/notice-text.ts';
import { hostOf, type MailSettings } from './mail-settings.ts';

/** Whom an e-mail is to, and what it says of them. */
export interface Letter {
  /** Becomes the message id, so that an e-mail sent twice would be seen as one. */
  outbox_id: string;
  user_email: string;
  user_name: string;
  role_name: string;
}

/** What all e-mails of an account have in common. */
export interface Stationery {
  account_name: string;
  template: NoticeTemplate;
}

/** Subject and text as the person will read them. */
export function letterText({ account_name, template }: Stationery, letter: Letter): NoticeTemplate {
  const { user_name: name, role_name: role, user_email: email } = letter;
  return fillNotice(template, { name, role, email, account: account_name });
}

/** An e-mail as it goes over the wire, and the addresses that the server is told. */
export interface Mail {
  from: string;
  to: string;
  bytes: Buffer;
}

export async function compose(
  stationery: Stationery,
  letter: Letter,
  { from, date }: { from: MailSettings['from']; date: Date },
): Promise<Mail> {
  const { subject, text } = letterText(stationery, letter);
  const mail = new MailComposer({
    from,
    to: { name: oneLine(letter.user_name), address: letter.user_email },
    subject,
    text,
    date,
    messageId: messageId(letter, from),
    // So that nobody's "I am on vacation" comes back (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  const message = mail.compile();
  // Here hosts in other scripts are written the way servers understand.
  const { from: sender, to } = message.getEnvelope();
  const [recipient = letter.user_email] = to;
  return { from: sender || from.address, to: recipient, bytes: await message.build() };
}

function messageId({ outbox_id }: Letter, { address }: MailSettings['from']): string {
  const host = hostOf(address);
  return `<${outbox_id}@${domainToASCII(host) || host}>`;
}
