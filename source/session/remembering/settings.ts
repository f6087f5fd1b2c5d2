import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type Conf from 'conf';
import * as z from 'zod/mini';
import { backgroundSettings, colorSettings, type Drawing, markSets } from '../../roster/screen/drawing.ts';
import type { Remembered } from '../../roster/screen/effects.ts';
import { sortColumns } from '../../roster/screen/view.ts';
import { longestTyped } from '../../roster/text/typed-text.ts';
import { packageNames, userAccesses } from '../../roster/users/vocabulary.ts';
import { homeFolder } from '../files/paths.ts';
import { makeFolder } from './make-folder.ts';

/** Nothing that the program keeps is longer; what is, somebody else wrote. */
export const storedText = z.string().check(z.maxLength(longestTyped));

/** What is remembered of the screen. */
export const remembered = z.object({
  search: storedText,
  queue: z.nullable(storedText),
  status: z.nullable(z.enum(userAccesses)),
  role: z.nullable(storedText),
  /** Files of earlier versions have none. */
  package: z._default(z.nullable(z.enum(packageNames)), null),
  sort: z.object({ column: z.enum(sortColumns), reverse: z.boolean() }),
  columns: z.array(storedText),
});

const settings = z.object({
  /** `ascii` draws marks that every font and terminal has. */
  marks: z._default(z.enum(markSets), 'unicode'),
  /** `auto`, or the bits of color to use whatever the terminal says of itself: SSH does not pass COLORTERM on. */
  colors: z._default(z.enum(colorSettings), 'auto'),
  background: z._default(z.enum(backgroundSettings), 'auto'),
  /** What is remembered of each roster's screen, by what the roster is known by. */
  screens: z.optional(z.record(z.string(), z.unknown())),
});

export interface Settings extends Drawing {
  /** Of the roster that is open. */
  screen?: Remembered | undefined;
}

export interface SettingsFile {
  /** Where it is. */
  folder: string;
  /** As they were when the file was opened. */
  read(): Settings;
  /** Loads what writing takes. */
  prepare(): Promise<void>;
  /** Keeps how the screen is drawn. */
  draw(drawing: Drawing): void;
  /** Keeps what the screen looks like; written once it stays so for some moments, and at the latest by `flush`. */
  remember(screen: Remembered): void;
  flush(): Promise<void>;
}

/** Milliseconds. Writing waits for the disk, and so would the next key of somebody who only read what came. */
const writeAfter = 3_000;

/**
 * The settings of one operator, one file each, so that admins who share a login do not share them; how the screen looked
 * is kept for each roster by itself. `roster` is what the roster is known by.
 */
export function openSettings(operator_name: string, roster: string, env: NodeJS.ProcessEnv): SettingsFile {
  const name = settingsName(operator_name);
  const folder = settingsFolder(env);
  const own = createHash('sha256').update(roster).digest('hex').slice(0, 24);
  const found = readSettings(join(folder, `${name}.json`), own);
  let file: Promise<Conf> | null = null;
  let pending: Remembered | null = null;
  let written = found.screen;
  let drawn: Drawing | null = null;
  let timer: NodeJS.Timeout | null = null;
  async function flush() {
    if (timer) clearTimeout(timer);
    timer = null;
    const screen = pending && !isDeepStrictEqual(pending, written) ? pending : null;
    pending = null;
    if (!screen && !drawn) return;
    // One by one, and only its own: another program may keep those of another roster meanwhile.
    const changed = { ...(screen && { [`screens.${own}`]: screen }), ...drawn };
    drawn = null;
    // What can't be kept is not worth disturbing anybody for.
    try {
      file ??= openFile(folder, name);
      for (const [key, value] of Object.entries(changed)) (await file).set(key, value);
      written = screen ?? written;
    } catch {}
  }
  return {
    folder,
    read: () => found,
    prepare: async () => void (await loadConf()),
    draw(drawing) {
      drawn = drawing;
      void flush();
    },
    remember(screen) {
      pending = screen;
      if (timer) clearTimeout(timer);
      timer = setTimeout(flush, writeAfter).unref();
    },
    flush,
  };
}

/** So many bytes of a name leave room for what is put behind it while it is written: file systems allow 255. */
const longestName = 200;
const longestBeginning = 50;

/** The operator's name, if that can name a file as it is; else its beginning, with what tells it from others like it. */
function settingsName(operator_name: string): string {
  const safe = operator_name.replace(/[^\p{L}\p{N}._-]/gu, '_');
  if (safe === operator_name && safe !== '' && Buffer.byteLength(safe) <= longestName) return safe;
  const mark = createHash('sha256').update(operator_name).digest('hex').slice(0, 12);
  return `${Array.from(safe).slice(0, longestBeginning).join('')}-${mark}`;
}

function settingsFolder(env: NodeJS.ProcessEnv): string {
  const { XDG_CONFIG_HOME: config } = env;
  // The XDG specification: a path that is not absolute is to be ignored.
  return join(config && isAbsolute(config) ? config : join(homeFolder(env), '.config'), 'roster');
}

/** Without Conf, which takes longer to load than the first rows may. */
function readSettings(path: string, own: string): Settings {
  try {
    const { screens, ...drawing } = settings.parse(JSON.parse(readFileSync(path, 'utf8')));
    return { ...drawing, screen: remembered.safeParse(screens?.[own]).data };
  } catch {
    // There are none yet, or none that can be read.
    return settings.parse({});
  }
}

async function openFile(folder: string, name: string): Promise<Conf> {
  const Conf = await loadConf();
  makeFolder(folder);
  return new Conf({ cwd: folder, configName: name, clearInvalidConfig: true });
}

async function loadConf() {
  const { default: Conf } = await import('conf');
  return Conf;
}
