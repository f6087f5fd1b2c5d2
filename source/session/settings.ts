import Conf from 'conf';
import * as z from 'zod/mini';
import type { Remembered } from '../roster/effects.ts';
import { sortColumns } from '../roster/view.ts';
import { userAccesses } from '../roster/vocabulary.ts';

const remembered = z.object({
  search: z.string(),
  queue: z.nullable(z.string()),
  status: z.nullable(z.enum(userAccesses)),
  role: z.nullable(z.string()),
  sort: z.object({ column: z.enum(sortColumns), reverse: z.boolean() }),
  columns: z.array(z.string()),
});

const settings = z.object({
  /** `ascii` draws marks that every font and terminal has. */
  marks: z._default(z.enum(['unicode', 'ascii']), 'unicode'),
  /** `auto`, or the bits of color to use whatever the terminal says of itself: SSH does not pass COLORTERM on. */
  colors: z._default(z.enum(['auto', '0', '4', '8', '24']), 'auto'),
  screen: z.optional(remembered),
});

export type Settings = z.infer<typeof settings>;

export interface SettingsFile {
  read(): Settings;
  /** Keeps what the screen looks like; written a moment later, and at the latest by `flush`. */
  remember(screen: Remembered): void;
  flush(): void;
}

const writeAfter = 500;

/** The settings of one operator, one file each, so that admins who share a login do not share them. */
export function openSettings(operator_name: string): SettingsFile {
  const configName = operator_name.replace(/[^\p{L}\p{N}._-]/gu, '_') || 'operator';
  const file = openFile(configName);
  let pending: Remembered | null = null;
  let timer: NodeJS.Timeout | null = null;
  function flush() {
    if (timer) clearTimeout(timer);
    timer = null;
    // What can't be kept is not worth disturbing anybody for.
    try {
      if (pending) file?.set('screen', pending);
    } catch {}
    pending = null;
  }
  return {
    read() {
      const parsed = settings.safeParse(storeOf(file));
      return parsed.success ? parsed.data : settings.parse({});
    },
    remember(screen) {
      pending = screen;
      timer ??= setTimeout(flush, writeAfter).unref();
    },
    flush,
  };
}

/** Null where settings can't be kept: it makes a folder even to read them, and the home may be full or read-only. */
function openFile(configName: string): Conf | null {
  try {
    return new Conf({ projectName: 'roster', projectSuffix: '', configName, clearInvalidConfig: true });
  } catch {
    return null;
  }
}

function storeOf(file: Conf | null): unknown {
  try {
    return file?.store ?? {};
  } catch {
    return {};
  }
}
