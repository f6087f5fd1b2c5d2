import { emailKey } from './email-key.ts';

const address = /[^\s@,;:<>()[\]"']+@[^\s@,;:<>()[\]"']+/gu;

/** What was found in a pasted list of people. */
export interface PastedEmails {
  /** Each address once, as it was written first. */
  emails: string[];
  /** Lines without any. */
  unreadable: string[];
}

/**
 * The e-mails of a list as people paste it: one a line, or separated by commas or semicolons, with or without
 * names before them (`Ana Silva <ana@acme.example>`). The names are of no account.
 */
export function pastedEmails(text: string): PastedEmails {
  const found = new Map<string, string>();
  const unreadable: string[] = [];
  for (const line of text.split(/[\r\n]+/)) {
    const emails = (line.match(address) ?? []).map(email =>
      email.replace(/^mailto:/i, '').replace(/\.+$/, ''),
    );
    for (const email of emails) if (!found.has(emailKey(email))) found.set(emailKey(email), email);
    if (emails.length === 0 && line.trim() !== '') unreadable.push(line.trim());
  }
  return { emails: [...found.values()], unreadable };
}
