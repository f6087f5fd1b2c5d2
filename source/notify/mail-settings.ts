import addressparser from 'nodemailer/lib/addressparser';

/** Where e-mails are handed over, and from whom they are. From the environment, and never kept anywhere else. */
export interface MailSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** The server is this machine: what is said to it travels over no wire. */
  local: boolean;
  auth: { user: string; pass: string } | null;
  from: { name: string; address: string };
}

export type ReadSettings =
  | { settings: MailSettings }
  /** A sentence: what to set, or what is wrong with it; never with what was set, because a password is in it. */
  | { refused: string };

const urlShape = 'smtp[s]://user:password@host:port';

/** Reads `ROSTER_SMTP_URL` and `ROSTER_MAIL_FROM`. */
export function readMailSettings(env: NodeJS.ProcessEnv): ReadSettings {
  const { ROSTER_SMTP_URL: url, ROSTER_MAIL_FROM: sender } = env;
  if (!url && !sender)
    return refuse(`Set ROSTER_SMTP_URL (${urlShape}) and ROSTER_MAIL_FROM (the address e-mails come from).`);
  if (!url) return refuse(`Set ROSTER_SMTP_URL: ${urlShape}.`);
  if (!sender) return refuse('Set ROSTER_MAIL_FROM: the address e-mails come from.');
  const server = readServer(url);
  if ('refused' in server) return server;
  const from = readSender(sender);
  if (!from)
    return refuse(
      `ROSTER_MAIL_FROM should be one address, such as admin@acme.example or Acme <admin@acme.example>, not "${sender}".`,
    );
  return { settings: { ...server, from } };
}

/** The host that a message id ends with. */
export function hostOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function refuse(refused: string): { refused: string } {
  return { refused };
}

function readServer(text: string): Omit<MailSettings, 'from'> | { refused: string } {
  const url = URL.parse(text);
  const secure = url?.protocol === 'smtps:';
  const strayed = url && (!/^\/?$/.test(url.pathname) || url.search !== '' || url.hash !== '');
  if (!url?.hostname || strayed || !(secure || url.protocol === 'smtp:'))
    return refuse(
      `ROSTER_SMTP_URL should look like ${urlShape}. In user and password, write @ as %40, / as %2F, : as %3A, # as %23, % as %25.`,
    );
  const user = decoded(url.username);
  const pass = decoded(url.password);
  if (user === null || pass === null)
    return refuse('ROSTER_SMTP_URL has a % in user or password that is no escape. Write % as %25.');
  if ((user === '') !== (pass === ''))
    return refuse(`ROSTER_SMTP_URL has a ${user === '' ? 'password but no user' : 'user but no password'}.`);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    local: /^(localhost|127(\.\d+){3}|::1)$/i.test(host),
    auth: user === '' ? null : { user, pass },
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function readSender(text: string): MailSettings['from'] | null {
  if (/\p{Cc}/u.test(text)) return null;
  const [only, ...more] = addressparser(text, { flatten: true });
  if (!only?.address || more.length > 0) return null;
  return /^[^\s@<>,;:]+@[^\s@<>,;:]+$/.test(only.address)
    ? { name: only.name ?? '', address: only.address }
    : null;
}
