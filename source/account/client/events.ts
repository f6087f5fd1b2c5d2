import { setTimeout } from 'node:timers/promises';
import * as z from 'zod/mini';
import { parsed } from './fetch-text.ts';
import type { Tokens } from './token.ts';

/** Milliseconds from one sign of life to the next; the vendor ends a connection that gives none. */
const heartbeatEvery = 25_000;
/** Milliseconds before a connection that ended is made again; twice as long each time, until one brings an event. */
const firstWait = 1_000;
const longestWait = 60_000;

interface Listening {
  /** Where the WebSocket is. */
  url: string;
  /** Of the app, in the App Marketplace. */
  subscription: string;
  tokens: Tokens;
  signal: AbortSignal;
  /** Whom an event was about, by the account's id; null: the line was down, and anybody may have been missed. */
  onHint(user_id: string | null): void;
}

/** Read loosely: what an event says besides is read from the account itself. */
const message = z.object({ module: z.string(), content: z.optional(z.string()) });
const event = z.object({
  event: z.string(),
  payload: z.object({ object: z.object({ user_id: z.string() }) }),
});

/** Listens to what the account tells of its users until `signal` ends it, and connects again whenever the line drops. */
export async function listenForEvents(listening: Listening): Promise<void> {
  const { signal } = listening;
  let wait = firstWait;
  while (!signal.aborted) {
    // Where no token is given, readings say so.
    const isOfUse = await connection(listening).catch(() => false);
    wait = isOfUse ? firstWait : Math.min(2 * wait, longestWait);
    await setTimeout(wait, undefined, { signal }).catch(() => {});
  }
}

/** From its opening to its end; whether an event came. */
async function connection({ url, subscription, tokens, signal, onHint }: Listening): Promise<boolean> {
  let isOfUse = false;
  const query = new URLSearchParams({
    subscriptionId: subscription,
    access_token: await tokens.get(signal),
  });
  const socket = new WebSocket(`${url}?${query}`);
  const close = () => socket.close();
  signal.addEventListener('abort', close, { once: true });
  const beat = setInterval(() => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ module: 'heartbeat' }));
  }, heartbeatEvery);
  socket.addEventListener('open', () => onHint(null));
  socket.addEventListener('message', ({ data }) => {
    const { module, content } = message.safeParse(parsed(String(data))).data ?? {};
    if (module !== 'message' || content === undefined) return;
    const told = event.safeParse(parsed(content)).data;
    if (!told?.event.startsWith('contact_center.user_')) return;
    isOfUse = true;
    onHint(told.payload.object.user_id);
  });
  try {
    await new Promise<void>(resolve => {
      socket.addEventListener('close', () => resolve(), { once: true });
      socket.addEventListener('error', () => resolve(), { once: true });
    });
    return isOfUse;
  } finally {
    clearInterval(beat);
    signal.removeEventListener('abort', close);
    socket.close();
  }
}
