import { Readable } from 'node:stream';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail } from './compose.ts';
import type { MailSettings } from './mail-settings.ts';
import { type SmtpError, serverWords } from './server-words.ts';

/** How handing over one e-mail went. */
export type Delivery =
  | { kind: 'taken' }
  /** The server said no to this e-mail: for good, or for now. */
  | { kind: 'refused'; forGood: boolean; error: string }
  /** The server wants nothing from this sender at all. */
  | { kind: 'sender-refused'; error: string }
  /** The connection ended before the e-mail was on its way: surely not taken. */
  | { kind: 'lost'; error: string }
  /** It was on its way, and no answer came: taken or not. */
  | { kind: 'unsure'; error: string }
  /** We left before it was on its way: surely not taken. */
  | { kind: 'left' };

/** How long an answer is waited for when we have to leave, in ms; the rest of the 200 ms is for writing down what became of it. */
const partingPatience = 100;

/** Hands one e-mail over. Says how that went whatever happens; after `lost`, `unsure` and `left` the connection is of no use. */
export async function handOver(
  connection: SMTPConnection,
  { from, to, bytes }: Mail,
  { settings, leaving }: { settings: MailSettings; leaving: AbortSignal },
): Promise<Delivery> {
  const { promise, resolve } = Promise.withResolvers<Delivery>();
  let onItsWay = false;
  // It is read once the server has agreed to sender and recipient, and waits for the text.
  const text = Readable.from(
    (function* () {
      onItsWay = true;
      yield bytes;
    })(),
  );
  const leave = () => {
    if (onItsWay) {
      const error = 'roster was stopped before the server answered.';
      setTimeout(() => resolve({ kind: 'unsure', error }), partingPatience);
      return;
    }
    // At once, so that the text can't be on its way after all.
    connection.close();
    resolve({ kind: 'left' });
  };
  const ended = () =>
    setImmediate(() => resolve(judge(new Error('The connection ended.'), onItsWay, settings)));
  connection.once('end', ended);
  leaving.addEventListener('abort', leave, { once: true });
  if (leaving.aborted) leave();
  else
    connection.send({ from, to: [to], size: bytes.length }, text, error =>
      resolve(error ? judge(error, onItsWay, settings) : { kind: 'taken' }),
    );
  try {
    return await promise;
  } finally {
    connection.off('end', ended);
    leaving.removeEventListener('abort', leave);
  }
}

/** What an error says about the e-mail. When in doubt, the server has it: nobody gets it twice. */
function judge(failure: SmtpError, onItsWay: boolean, settings: MailSettings): Delivery {
  const { code, command, responseCode = 0 } = failure;
  const error = serverWords(failure, settings);
  const answer = responseCode >= 400 && responseCode < 600;
  const forGood = responseCode >= 500;
  if (onItsWay) {
    // Only an answer to the whole text counts, and only one that is a number.
    if (answer && code === 'EMESSAGE') return { kind: 'refused', forGood, error };
    return { kind: 'unsure', error };
  }
  // 421: the server is about to close the connection, whatever it was asked.
  if (responseCode === 421) return { kind: 'lost', error };
  if (answer && command === 'MAIL FROM' && forGood && responseCode !== tooBig)
    return { kind: 'sender-refused', error };
  if (answer && (command === 'MAIL FROM' || command === 'RCPT TO' || command === 'DATA'))
    return { kind: 'refused', forGood, error };
  // An address that can't be said to a server, or a text longer than it takes.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', forGood: true, error };
  return { kind: 'lost', error };
}

const tooBig = 552;
