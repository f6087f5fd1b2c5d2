import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import { expect, vi } from 'vitest';
import { ScreenRoot } from '../../source/commands/screen/mount-screen.tsx';
import { startLoop, themeOf } from '../../source/commands/screen/open-screen.ts';
import { type Work, withRoster } from '../../source/commands/storage/with-roster.ts';
import type { Host } from '../../source/session/interpreter.ts';
import { watchDatabase } from '../../source/session/live.ts';
import { createReaders } from '../../source/session/reading/reader.ts';
import { openSettings } from '../../source/session/remembering/settings.ts';
import { asciiFrame } from '../../source/terminal/ascii.ts';
import type { ColorDepth } from '../../source/terminal/color-depth.ts';
import { createInputParser } from '../../source/terminal/input-parser.ts';
import type { Size } from '../../source/terminal/size.ts';
import { setColorLevel } from '../../source/theme/theme.ts';
import { pretendIo } from '../commands/run.ts';
import { keyBytes } from '../terminal/key-bytes.ts';

/** The screen without a terminal: its loop, its database, and what ink-testing-library sees of its components. */
export interface InProcess {
  /** Hands Ink the bytes of these keys (see key-bytes.ts), one after the other. */
  press(...keys: string[]): void;
  /** The lines that Ink rendered last, with SGR codes. */
  frame(): string;
  /** Resolves as soon as `what` is shown. */
  waitFor(what: RegExp): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  size: Size;
  depth: ColorDepth;
  env: NodeJS.ProcessEnv;
}

/** Opens the screen on a roster file as `roster --db FILE` does. */
export async function openInProcess(file: string, { size, depth, env }: Options): Promise<InProcess> {
  const opened = Promise.withResolvers<InProcess>();
  const closing = Promise.withResolvers<void>();
  const io = pretendIo({ env });
  const closed = withRoster(io, { db: file }, 'UserManagement:Read', async work => {
    const screen = await show(work, { size, depth });
    opened.resolve({
      ...screen,
      async close() {
        screen.close();
        closing.resolve();
        await closed;
      },
    });
    await closing.promise;
  });
  closed.catch(opened.reject);
  return await opened.promise;
}

async function show({ roster, who, io }: Work, { size, depth }: Pick<Options, 'size' | 'depth'>) {
  const settings = openSettings(who.operator.operator_name, roster.path, io.env);
  const since = roster.dataVersion();
  const readers = createReaders(roster.path);
  const loop = await startLoop(
    { roster, who, io },
    { settings, remember: true, restored: null, begin: {}, readers },
    nowhere,
    size,
  );
  const unwatch = watchDatabase(
    roster.dataVersion,
    since,
    () => loop.send({ type: 'others-changed' }),
    message => loop.send({ type: 'failed', message }),
  );
  const parser = createInputParser(0);
  setColorLevel(depth);
  const { stdin, lastFrame, unmount } = render(
    <ScreenRoot
      state={loop.state}
      subscribe={loop.subscribe}
      onKey={event => loop.send({ type: 'key', ...event, at: performance.now() })}
      themeOf={(drawing, background) => themeOf(drawing, depth, background)}
    />,
  );
  const frame = () => {
    const rendered = lastFrame() ?? '';
    return loop.state().drawing.marks === 'ascii' ? asciiFrame(rendered) : rendered;
  };
  return {
    frame,
    press(...keys: string[]) {
      for (const key of keys)
        for (const chunk of [...parser.push(keyBytes(key)), ...parser.flush()]) stdin.write(chunk);
    },
    async waitFor(what: RegExp) {
      await vi.waitFor(() => expect(stripVTControlCharacters(frame())).toMatch(what), 30_000);
    },
    close() {
      unwatch();
      unmount();
      void readers.close();
    },
  };
}

/** There is no terminal, and nothing is kept for a next time. */
const nowhere: Host = {
  copy() {},
  redraw() {},
  suspend() {},
  quit() {},
  remember() {},
  saveSession() {},
  draw() {},
  giveUp() {},
  runBeside: async () => 0,
};

/** An environment in which the operator, the settings and the signs are those of a program in a pseudo-terminal. */
export function environmentFor(file: string): NodeJS.ProcessEnv {
  const home = dirname(file);
  return { HOME: home, LANG: 'C.UTF-8', XDG_CONFIG_HOME: join(home, 'config') };
}
