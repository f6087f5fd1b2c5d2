import { changeSetLimit } from '../plan/change-set.ts';
import { emailKey } from '../users/email-key.ts';

/** What stands between two addresses, or around one; an apostrophe may be a part of it (o'neil@acme.example). */
const word = /[^\s,;:<>()[\]"，；、]+/gu;
const around = /^'+|[.']+$/g;
const address = /^[^@]+@[^@]+$/u;

/** What no list of addresses has in it, but for tabs, and Ctrl-Z behind the last. */
const control = /(?!\t)\p{Cc}/u;
const endOfFile = '\u{1a}';

/** No address is longer (RFC 5321 allows 254); longer words are not looked into. */
const longestWord = 320;

/** So many are read; no change set holds a tenth of them. */
const readAtMost = 10 * changeSetLimit;

/** So many lines without an address are named, by so many of their first characters. */
const namedAtMost = 100;
const shownAtMost = 320;

/** What was found in a pasted list of people. */
export interface PastedEmails {
  /** Each address once, as it was written first; no list is read further than a hundred thousand of them. */
  emails: string[];
  /** Lines without any, or with something that is none; the first hundred, cut where they are long. */
  unreadable: string[];
  /** How many more lines are like that. */
  moreUnreadable: number;
}

/**
 * The e-mails of a list as people paste it: one a line, or separated by commas or semicolons, with or without
 * names before them (`Ana Silva <ana@acme.example>`). The names are of no account.
 */
export function pastedEmails(text: string, most = readAtMost): PastedEmails {
  const found = new Map<string, string>();
  const unreadable: string[] = [];
  let moreUnreadable = 0;
  for (const line of text.split(/[\r\n]+/)) {
    if (found.size >= most) break;
    const { emails, isReadable } = readLine(line);
    for (const email of emails) if (!found.has(emailKey(email))) found.set(emailKey(email), email);
    if (isReadable) continue;
    if (unreadable.length < namedAtMost) unreadable.push(line.trim().slice(0, shownAtMost));
    else moreUnreadable++;
  }
  return { emails: [...found.values()], unreadable, moreUnreadable };
}

function readLine(text: string): { emails: string[]; isReadable: boolean } {
  const line = text.endsWith(endOfFile) ? text.slice(0, text.indexOf(endOfFile)) : text;
  // Parted there, it would name an address that nobody wrote.
  if (control.test(line)) return { emails: [], isReadable: false };
  const words = line.includes('@') ? (line.match(word) ?? []) : [];
  const meant = words.filter(one => one.includes('@'));
  // Of `ana@bruno@acme.example` nobody knows which is meant.
  const emails = meant
    .filter(one => one.length <= longestWord)
    .map(one => one.replace(around, ''))
    .filter(one => address.test(one));
  return { emails, isReadable: emails.length === meant.length && (emails.length > 0 || line.trim() === '') };
}

/**
 * The addresses that a list names, whatever command it is given to. A line that names none, or has something that is none,
 * stays as it is, so that it is told about.
 */
export function namedEmails(list: string): string[] {
  const { emails, unreadable } = pastedEmails(list, Number.POSITIVE_INFINITY);
  return [...emails, ...unreadable];
}

/** The addresses in a word of the command line; the word itself if there are none. */
export function emailsIn(word: string): string[] {
  const found = namedEmails(word);
  return found.length > 0 ? found : [word];
}
