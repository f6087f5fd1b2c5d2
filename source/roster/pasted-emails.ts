import { changeSetLimit } from './change-set.ts';
import { emailKey } from './email-key.ts';

/** What stands between two addresses, or around one. */
const word = /[^\s,;:<>()[\]"']+/gu;
const address = /[^@]+@[^@]+/gu;

/** No address is longer (RFC 5321 allows 254); longer words are not looked into. */
const longestWord = 320;

/** So many are read; no change set holds a tenth of them. */
const readAtMost = 10 * changeSetLimit;

/** So many lines without an address are named, by so many of their first characters. */
const namedAtMost = 100;
const shownAtMost = 200;

/** What was found in a pasted list of people. */
export interface PastedEmails {
  /** Each address once, as it was written first; no list is read further than a hundred thousand of them. */
  emails: string[];
  /** Lines without any, or with one that is too long to be any; the first hundred, cut where they are long. */
  unreadable: string[];
  /** How many more lines are like that. */
  moreUnreadable: number;
}

/**
 * The e-mails of a list as people paste it: one a line, or separated by commas or semicolons, with or without
 * names before them (`Ana Silva <ana@acme.example>`). The names are of no account.
 */
export function pastedEmails(text: string): PastedEmails {
  const found = new Map<string, string>();
  const unreadable: string[] = [];
  let moreUnreadable = 0;
  for (const line of text.split(/[\r\n]+/)) {
    if (found.size >= readAtMost) break;
    const { emails, isReadable } = emailsIn(line);
    for (const email of emails) if (!found.has(emailKey(email))) found.set(emailKey(email), email);
    if (isReadable) continue;
    if (unreadable.length < namedAtMost) unreadable.push(line.trim().slice(0, shownAtMost));
    else moreUnreadable++;
  }
  return { emails: [...found.values()], unreadable, moreUnreadable };
}

function emailsIn(line: string): { emails: string[]; isReadable: boolean } {
  const words = line.includes('@') ? (line.match(word) ?? []) : [];
  const tooLong = words.some(one => one.length > longestWord && one.includes('@'));
  const emails = words
    .filter(one => one.length <= longestWord)
    .flatMap(one => one.match(address) ?? [])
    .map(email => email.replace(/\.+$/, ''));
  return { emails, isReadable: !tooLong && (emails.length > 0 || line.trim() === '') };
}
