import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Mail } from './compose.ts';
import { type Delivery, handOver } from './hand-over.ts';
import type { MailSettings } from './mail-settings.ts';
import { type SmtpError, troubleSentence } from './server-words.ts';

/** A conversation with a mail server. nodemailer's own transports are not used, because they try again by themselves. */
export interface SmtpSession {
  /** How many e-mails the server has given an answer to. */
  answered(): number;
  usable(): boolean;
  deliver(mail: Mail): Promise<Delivery>;
  /** Says goodbye, but does not wait long for an answer. */
  end(): Promise<void>;
}

/** The server can't be worked with; the message is a sentence. */
export class ServerTrouble extends Error {
  override name = 'ServerTrouble';
}

const goodbyePatience = 1_000;

/** Connects and logs in. Nothing of an e-mail is said. Throws ServerTrouble; `leaving` ends everything quickly. */
export async function openSession(settings: MailSettings, leaving: AbortSignal): Promise<SmtpSession> {
  const connection = new SMTPConnection({
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    // A password goes over no wire in the clear. To this machine itself nothing needs hiding, and its
    // certificate is often nobody's.
    requireTLS: settings.auth !== null && !settings.local,
    ignoreTLS: settings.local,
    connectionTimeout: 30_000,
    greetingTimeout: 60_000,
    // RFC 5321, 4.5.3.2.6: the time to wait for the answer to a whole message.
    socketTimeout: 600_000,
    // Where a socket is closed, nothing is waited for any more.
    socketCloseTimeout: 0,
  });
  // Whatever was under way is told of it, too.
  connection.on('error', () => {});
  const close = () => connection.close();
  leaving.addEventListener('abort', close, { once: true });
  try {
    await ready(connection, settings, leaving);
  } catch (error) {
    connection.close();
    throw new ServerTrouble(troubleSentence(error as SmtpError, settings));
  } finally {
    leaving.removeEventListener('abort', close);
  }
  return session(connection, settings, leaving);
}

async function ready(
  connection: SMTPConnection,
  { auth }: MailSettings,
  leaving: AbortSignal,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const settle = (error?: Error | null) => (error ? reject(error) : resolve());
  const lost = (error: Error = new Error('the connection ended')) => reject(error);
  connection.once('error', lost);
  connection.once('end', lost);
  if (leaving.aborted) lost();
  connection.connect(error => {
    if (error || !auth) settle(error);
    else connection.login({ ...auth }, settle);
  });
  try {
    await promise;
  } finally {
    connection.off('error', lost);
    connection.off('end', lost);
  }
}

function session(connection: SMTPConnection, settings: MailSettings, leaving: AbortSignal): SmtpSession {
  let answered = 0;
  let usable = true;
  connection.once('end', () => {
    usable = false;
  });
  return {
    answered: () => answered,
    usable: () => usable,
    async deliver(mail) {
      const delivery = await handOver(connection, mail, { settings, leaving });
      const answer = delivery.kind === 'taken' || delivery.kind === 'refused';
      if (answer) answered++;
      // A refused e-mail leaves half a transaction behind.
      if (!answer || (delivery.kind === 'refused' && !(await reset(connection, leaving)))) connection.close();
      return delivery;
    },
    async end() {
      if (usable) await goodbye(connection, leaving);
      connection.close();
    },
  };
}

async function reset(connection: SMTPConnection, leaving: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const giveUp = () => resolve(false);
  connection.once('end', giveUp);
  leaving.addEventListener('abort', giveUp);
  if (leaving.aborted) giveUp();
  connection.reset(error => resolve(!error));
  const done = await promise;
  connection.off('end', giveUp);
  leaving.removeEventListener('abort', giveUp);
  return done;
}

async function goodbye(connection: SMTPConnection, leaving: AbortSignal): Promise<void> {
  if (leaving.aborted) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const enough = () => resolve();
  const timer = setTimeout(enough, goodbyePatience);
  connection.once('end', enough);
  leaving.addEventListener('abort', enough);
  connection.quit();
  await promise;
  clearTimeout(timer);
  leaving.removeEventListener('abort', enough);
}
