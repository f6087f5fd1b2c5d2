import type { MailSettings } from './mail-settings.ts';

/** What nodemailer tells of an error besides its message. */
export interface SmtpError extends Error {
  /** Such as ESOCKET, ETIMEDOUT, EAUTH. */
  code?: string | undefined;
  originalCode?: string | undefined;
  /** The server's answer as it came, and its number. */
  response?: string | undefined;
  responseCode?: number | undefined;
  /** What was said to the server last. */
  command?: string | undefined;
}

const longest = 300;

/** An error as one line that may be kept and shown: without line breaks, and without the password. */
export function serverWords(error: SmtpError, { auth }: Pick<MailSettings, 'auth'>): string {
  return masked(error.response || error.message, auth)
    .replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ')
    .trim()
    .slice(0, longest);
}

function masked(text: string, auth: MailSettings['auth']): string {
  if (!auth) return text;
  const base64 = (plain: string) => Buffer.from(plain).toString('base64');
  // As it is written, and as it goes over the wire: servers like to repeat what they did not understand.
  const secrets = [
    base64(`\0${auth.user}\0${auth.pass}`),
    auth.pass,
    encodeURIComponent(auth.pass),
    base64(auth.pass),
  ];
  return secrets.reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

/** Why the server can't be worked with at all, as a sentence. */
export function troubleSentence(error: SmtpError, settings: MailSettings): string {
  const server = `${settings.host}:${settings.port}`;
  const words = serverWords(error, settings);
  if (error.code === 'EAUTH')
    return `${server} refuses the user or the password of ROSTER_SMTP_URL: ${words}`;
  if (error.code === 'ETLS' || /certificate|SSL|TLS/i.test(error.message))
    return `No safe connection to ${server}: ${words}`;
  if (error.code === 'EDNS') return `${settings.host} can't be found: ${words}`;
  if (error.originalCode === 'ECONNREFUSED') return `Nothing answers at ${server} (connection refused).`;
  if (error.code === 'ETIMEDOUT') return `${server} does not answer in time.`;
  return `${server} does not work as a mail server: ${words}`;
}
