import type { Data } from '../data/cache.ts';

/** A program that shows many rows in a terminal, and how it is driven. */
export interface Peer {
  name: string;
  /** What is asked for its version; the first line that it prints is told. Null: it is the program of this repository. */
  version: readonly [file: string, ...args: string[]] | null;
  /** What it is started with, to show the users of `data`; may write files into the data's folder. */
  command(data: Data): Promise<readonly [file: string, ...args: string[]]>;
  env(home: string): Record<string, string>;
  /** A text that stands for the first row, on its way to the screen. */
  firstRow(data: Data): Promise<string>;
  /** What the screen shows when all rows are there; null: it shows them from the beginning. */
  loaded(data: Data): RegExp | null;
  /** What brings the cursor to the first row; null: it is there from the beginning. */
  first: string | null;
  /** The lines with rows: from and up to, without the last. */
  rows: readonly [number, number];
  /** How a search is begun and emptied; null where it does not narrow while one types. */
  search: { open: string; clear: string } | null;
  down: string;
}
