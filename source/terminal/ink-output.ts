import { Writable } from 'node:stream';

/**
 * Ink's stdout. It says how large the terminal is, and takes what Ink writes nowhere: frames come from `useFrame`, and no
 * other sequence is to reach the terminal.
 */
export class InkOutput extends Writable {
  readonly isTTY = false;
  columns: number;
  rows: number;

  constructor(size: { columns: number; rows: number }) {
    super();
    this.columns = size.columns;
    this.rows = size.rows;
  }

  /** Tells Ink that it has this many cells now. */
  resize(size: { columns: number; rows: number }): void {
    this.columns = size.columns;
    this.rows = size.rows;
    this.emit('resize');
  }

  override _write(_chunk: unknown, _encoding: BufferEncoding, callback: () => void): void {
    callback();
  }
}
