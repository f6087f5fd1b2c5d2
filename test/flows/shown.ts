import type { Program } from '../terminal/driver.ts';

/** A user's line of the table as it stands on the screen. */
export interface ShownUser {
  current: boolean;
  mark: string;
  /** The line behind the marks. */
  text: string;
}

/** The users on the screen, from top to bottom. */
export function shownUsers(program: Program): ShownUser[] {
  return program
    .screen()
    .split('\n')
    .flatMap(line => {
      const found = /^ ([▸ ]) ([☑☐▣]) (.*)$/.exec(line);
      return found ? [{ current: found[1] === '▸', mark: found[2]!, text: found[3]! }] : [];
    });
}

/** The e-mails of the users on the screen, as far as they are not cut. */
export function shownEmails(program: Program): string[] {
  return shownUsers(program).flatMap(({ text }) => /\S+@\S+/.exec(text)?.[0] ?? []);
}

/** The line of the user that the cursor is on. */
export function current(program: Program): string {
  const user = shownUsers(program).find(candidate => candidate.current);
  if (!user) throw new Error(`No cursor:\n${program.screen()}`);
  return user.text;
}

/** The e-mail of the user that the cursor is on. */
export function currentEmail(program: Program): string {
  return /\S+@\S+/.exec(current(program))?.[0] ?? '';
}

/** How many of the users on the screen are selected. */
export function selectedShown(program: Program): number {
  return shownUsers(program).filter(user => user.mark === '☑').length;
}

/** The counts at the bottom left: `2 selected · row 1 of 14 · 500 users`. */
export function footer(program: Program): string {
  const line = program.row(/ users?\b/);
  return line.trim().split(/ {3,}/)[0] ?? '';
}

/** How many frames were drawn so far. */
export function frames(program: Program): number {
  return program.raw().split('\x1b[?2026h').length - 1;
}
