import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from './rules/clock.ts';
import type { Counts } from './rules/counts.ts';
import type { Tokens } from './rules/tokens.ts';
import type { Tell, UserEvent } from './state/changes.ts';
import type { State, User } from './state/state.ts';

/** What goes out over WebSockets. While nobody is connected it is lost, as at the vendor's. */
export interface Events {
  tell: Tell;
  /** Ends all connections, as a line does that drops. */
  cut(): void;
  /** While false nothing is sent, though connections stay. */
  flowing: boolean;
  listen(server: Server): void;
}

export function makeEvents(state: State, tokens: Tokens, clock: Clock, counts: Counts): Events {
  const sockets = new WebSocketServer({ noServer: true });
  /** One for each subscription. */
  const open = new Map<string, WebSocket>();
  const greet = (socket: WebSocket, subscription: string) => {
    // One connection a subscription: the newer one ends the older.
    open.get(subscription)?.close(1000);
    open.set(subscription, socket);
    counts.sockets++;
    socket.on('close', () => open.get(subscription) === socket && open.delete(subscription));
    socket.on('error', () => socket.terminate());
    socket.on('message', data => {
      if (/"module"\s*:\s*"heartbeat"/.test(data.toString()))
        socket.send(JSON.stringify({ module: 'heartbeat', success: true }));
    });
    socket.send(JSON.stringify({ module: 'build_connection', success: true }));
  };
  const upgrade = (request: IncomingMessage, duplex: Duplex, head: Buffer) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://account');
    const subscription = searchParams.get('subscriptionId');
    const refused =
      pathname !== '/ws'
        ? '404 Not Found'
        : subscription && !refusal(searchParams)
          ? null
          : '401 Unauthorized';
    if (refused) duplex.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\n\r\n`);
    else sockets.handleUpgrade(request, duplex, head, socket => greet(socket, subscription!));
  };
  const refusal = (params: URLSearchParams) => tokens.refusal(params.get('access_token') ?? undefined);
  const events: Events = {
    flowing: true,
    tell(event, user) {
      if (!events.flowing) return;
      const content = JSON.stringify(eventOf(state, event, user, clock));
      for (const socket of open.values()) socket.send(JSON.stringify({ module: 'message', content }));
    },
    cut() {
      for (const socket of open.values()) socket.terminate();
    },
    listen: server => void server.on('upgrade', upgrade),
  };
  return events;
}

function eventOf({ account_id, owner_id }: State, event: UserEvent, user: User, clock: Clock) {
  const { user_id, user_email, display_name, status_id, sub_status_id } = user;
  const object =
    event === 'user_status_changed'
      ? { user_id, user_email, display_name, status_id, sub_status_id }
      : { user_id, user_email, display_name };
  return {
    event: `contact_center.${event}`,
    event_ts: Math.floor(clock.now()),
    payload: { account_id, operator_id: owner_id, object },
  };
}
