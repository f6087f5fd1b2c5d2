import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { afterFile } from '../after-file.ts';
import { type ReadMail, readMail } from './read-mail.ts';

/** An e-mail as a server got it. */
export interface Received extends ReadMail {
  envelope: { from: string; to: string[] };
}

/** What a server answers, when it does; nothing means yes. */
type Answer = { code: number; text: string } | 'hang-up' | undefined;
type Answered = Answer | Promise<Answer>;

export interface Behavior {
  password?: string;
  onConnect?(): Answered;
  onSender?(address: string): Answered;
  onRecipient?(address: string): Answered;
  /** The whole e-mail is there; it is stored when this has been answered. */
  onMessage?(mail: Received): Answered;
  /** It is stored; the client is told when this is over. */
  onAnswer?(): Promise<unknown>;
  /** A port to listen on again, instead of one that the system chooses. */
  port?: number;
}

/** A real mail server on the loopback, which keeps what it gets. Closed when the tests of the file are done. */
export async function startMailServer(behavior: Behavior = {}) {
  const received: Received[] = [];
  let connections = 0;
  const { password } = behavior;
  const server: SMTPServer = new SMTPServer({
    disabledCommands: password === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'],
    authOptional: password === undefined,
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect(_session, callback) {
      connections++;
      answer(behavior.onConnect?.(), callback);
    },
    onAuth(auth, _session, callback) {
      if (auth.password === password) callback(null, { user: auth.username });
      else answer({ code: 535, text: `5.7.8 wrong password ${auth.password}` }, callback);
    },
    onMailFrom: ({ address }, _session, callback) => answer(behavior.onSender?.(address), callback),
    onRcptTo: ({ address }, _session, callback) => answer(behavior.onRecipient?.(address), callback),
    async onData(stream, { envelope }, callback) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const to = envelope.rcptTo.map(recipient => recipient.address);
      // A client that ends in the midst of the text has sent nothing.
      const bytes = await buffer(stream).catch(() => null);
      if (!bytes) return;
      const mail = { ...readMail(bytes), envelope: { from, to } };
      const said = await behavior.onMessage?.(mail);
      if (said === undefined || said === 'hang-up') received.push(mail);
      await behavior.onAnswer?.();
      answer(said, callback);
    },
  });
  const answer = async (answered: Answered, callback: (error?: Error | null) => void) => {
    const said = await answered;
    if (said === 'hang-up') for (const connection of server.connections) connection._socket.destroy();
    else if (said) callback(Object.assign(new Error(said.text), { responseCode: said.code }));
    else callback();
  };
  // A client that is killed resets its connections.
  server.on('error', () => {});
  const listening = server.listen(behavior.port ?? 0, '127.0.0.1');
  afterFile(() => void server.close());
  await once(listening, 'listening');
  const { port } = listening.address() as AddressInfo;
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    close: () => new Promise<void>(resolve => server.close(resolve)),
  };
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
