import { realpathSync } from 'node:fs';
import { accountSince } from '../../../db/catalog/account.ts';
import type { RosterDatabase } from '../../../db/open.ts';
import { networkWarning } from '../../../db/sqlite/file-system.ts';
import { mergedKeys } from '../../app/held-keys.ts';
import type { Action } from '../../app/layers.ts';
import { mustWait } from '../../app/must-wait.ts';
import { reduce } from '../../app/reduce.ts';
import { type App, initialApp } from '../../app/state.ts';
import { withToast } from '../../app/toasts.ts';
import { withOffer, withRestored } from '../../app/unsaved.ts';
import { identify } from '../../operator/who.ts';
import { viewerOf } from '../../roster/access/viewer.ts';
import type { Background, Drawing } from '../../roster/screen/drawing.ts';
import type { Effect, Outcome } from '../../roster/screen/effects.ts';
import type { RestoredSession } from '../../roster/screen/session-state.ts';
import type { View } from '../../roster/screen/view.ts';
import { createInterpreter, type Host } from '../../session/interpreter.ts';
import { watchDatabase } from '../../session/live.ts';
import { createLoop, type Loop } from '../../session/loop.ts';
import { runBeside } from '../../session/pushing/push-process.ts';
import { accountSummary } from '../../session/questions/answers.ts';
import { createReaders, type Readers } from '../../session/reading/reader.ts';
import { rememberedView } from '../../session/remembering/remembered-view.ts';
import { createSessionStore, type SessionStore } from '../../session/remembering/session-store.ts';
import { openSettings, type SettingsFile } from '../../session/remembering/settings.ts';
import type { ColorDepth } from '../../terminal/color-depth.ts';
import { raise } from '../../terminal/hangup.ts';
import { openTerminal, type Terminal } from '../../terminal/terminal.ts';
import { makeTheme, setColorLevel, type Theme } from '../../theme/theme.ts';
import { canSendMail } from '../account/can-send-mail.ts';
import type { Io } from '../shell/io.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import type { Work } from '../storage/with-roster.ts';
import { mountScreen } from './mount-screen.tsx';

export interface ScreenOptions {
  /** Whether view, selection and unsaved forms are kept for the operator's next time. */
  remember: boolean;
  /** What it begins with, in place of what was looked at last. */
  begin?: Partial<View>;
}

/**
 * Shows the roster full screen until the operator leaves. Returns the exit code. Throws Refusal where they are let in no
 * longer: their role, their login or their key was taken away meanwhile.
 */
export async function openScreen(
  { roster, who, io }: Work,
  { remember, begin = {} }: ScreenOptions,
): Promise<number> {
  const { operator_name } = who.operator;
  // Another roster may be made where one was: what was left of that is not about its users.
  const known = `${realpathSync(roster.path)}\0${await accountSince(roster.read)}`;
  const settings = openSettings(operator_name, known, io.env);
  const store = remember ? createSessionStore(settings.folder, operator_name, known) : null;
  const flush = () => {
    store?.flush();
    return settings.flush();
  };
  const readers = createReaders(roster.path);
  const terminal = openTerminal(io);
  // The line may drop at any time from here on.
  terminal.onHangup(flush);
  try {
    const left = Promise.withResolvers<Refusal | null>();
    const remembering = remember ? settings : null;
    const since = roster.dataVersion();
    const loop = await startLoop(
      { roster, who, io },
      { settings, remember, restored: store?.restore() ?? null, begin, readers },
      hostOf({ terminal, roster, io }, { settings: remembering, store }, left.resolve),
      terminal.size(),
    );
    const unwatch = watchDatabase(
      roster.dataVersion,
      since,
      () => loop.send({ type: 'others-changed' }),
      message => loop.send({ type: 'failed', message }),
    );
    terminal.onResize(size => loop.send({ type: 'resize', size }));
    terminal.onBackground(background => loop.send({ type: 'background', background }));
    drawAs(terminal, loop.state().drawing);
    const mounted = mountScreen(terminal, {
      state: loop.state,
      subscribe: loop.subscribe,
      onKey: event => loop.send({ type: 'key', ...event, at: performance.now() }),
      themeOf: (drawing, background) => themeOf(drawing, depthOf(terminal, drawing), background),
    });
    mounted.waitUntilExit().catch(left.reject);
    void remembering?.prepare();
    // Once the first frame is on its way.
    setImmediate(readers.start);
    const refused = await left.promise;
    unwatch();
    mounted.unmount();
    await terminal.drained();
    if (refused) throw refused;
    return exits.done;
  } finally {
    terminal.close();
    await flush();
    if (!(await readers.close())) raise('SIGTERM');
  }
}

/** The theme for a drawing in so many bits of color; `told`: what the terminal says it is drawn on. */
export function themeOf({ marks, background }: Drawing, depth: ColorDepth, told: Background): Theme {
  return makeTheme(depth, marks === 'ascii', background === 'auto' ? told : background);
}

/** Has the terminal show from here on what such a drawing has: colors and signs. */
function drawAs(terminal: Terminal, drawing: Drawing): void {
  setColorLevel(depthOf(terminal, drawing));
  terminal.output.setAscii(drawing.marks === 'ascii');
}

function depthOf(terminal: Terminal, { colors }: Drawing): ColorDepth {
  return colors === 'auto' ? terminal.depth : (Number(colors) as ColorDepth);
}

/** A key carries the time it came at; all else happens now, such as the opening of a dialog whose plan took a while. */
function reduceNow(app: App, action: Action): { app: App; effects: Effect[] } {
  return reduce(action.type === 'key' ? app : { ...app, now: performance.now() }, action);
}

/** The loop, once it has the first rows; what it asks of the terminal and the settings goes to `host`. */
export async function startLoop(
  { roster, who, io }: Work,
  {
    settings,
    remember,
    restored,
    begin,
    readers,
  }: {
    settings: SettingsFile;
    remember: boolean;
    restored: RestoredSession | null;
    begin: Partial<View>;
    readers: Readers;
  },
  host: Host,
  size: App['size'],
): Promise<Loop<App, Action>> {
  const { read, lockRetry } = roster;
  const { screen, ...drawing } = settings.read();
  const remembered = remember ? (restored?.screen ?? screen ?? null) : null;
  const last = await rememberedView(read, remembered);
  const view = { ...last.view, ...begin };
  // Whoever says what to begin with does not miss what was.
  const missing = begin.search === undefined ? last.missing : null;
  const viewer = viewerOf(who.operator, who.via);
  const first = initialApp(size, viewer, await accountSummary(read), view, remembered);
  // Of a demo that is thrown away nobody waits for e-mails; over SSH nobody can send them, and whoever can is told.
  const mail = { mailNoted: !remember || viewer.confined, canSendMail: canSendMail(io.env) };
  const empty = { ...first, ...mail, drawing };
  const again = restored
    ? withRestored(empty, begin.only === null ? { ...restored, onlySelected: false } : restored)
    : empty;
  const notice = networkWarning(roster.path) ?? missing;
  const initial = notice ? withToast(again, 'info', notice) : withOffer(again, new Date());
  const perform = createInterpreter({ roster, readers, who, identify: db => identify(db, io), host });
  const loop = createLoop<App, Action, Effect, Outcome>({
    ...{ initial, reduce: reduceNow, perform, waits: mustWait, merged: mergedKeys },
    atRest: effect => effect.type === 'count',
  });
  lockRetry.onWait = waiting => loop.send({ type: 'waiting', waiting });
  await new Promise<void>(resolve => {
    const stop = loop.subscribe(() => resolve(stop() as unknown as undefined));
    loop.send({ type: 'start' });
  });
  return loop;
}

function hostOf(
  { terminal, roster, io }: { terminal: Terminal; roster: RosterDatabase; io: Io },
  { settings, store }: { settings: SettingsFile | null; store: SessionStore | null },
  leave: (refused: Refusal | null) => void,
): Host {
  let waiting = new AbortController();
  const leaving = new AbortController();
  roster.lockRetry.signal = () => {
    waiting = new AbortController();
    return AbortSignal.any([waiting.signal, leaving.signal]);
  };
  return {
    copy: text => terminal.copy(text),
    redraw: () => terminal.repaint(),
    suspend: () => terminal.suspend(),
    quit: refused =>
      leave(refused === undefined ? null : new Refusal(refused, exits.forbidden, 'not_permitted')),
    remember: screen => settings?.remember(screen),
    draw: drawing => {
      drawAs(terminal, drawing);
      settings?.draw(drawing);
    },
    saveSession: session => store?.save(session),
    giveUp: forGood => (forGood ? leaving : waiting).abort(),
    runBeside: words => runBeside({ db: realpathSync(roster.path), env: io.env, session: io.session }, words),
  };
}
