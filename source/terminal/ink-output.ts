import { Writable } from 'node:stream';
import { asciiFrame } from './ascii.ts';

/**
 * Ink's stdout. It says how large the terminal is, and hands on the frames that Ink writes, whole, one each time that it has
 * drawn. What else Ink would write – a last line feed – is for a terminal that scrolls.
 */
export class InkOutput extends Writable {
  readonly isTTY = false;
  columns: number;
  rows: number;
  readonly #onFrame: (frame: string) => void;
  #frame = '';
  #ascii = false;

  constructor(size: { columns: number; rows: number }, onFrame: (frame: string) => void) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
    this.#onFrame = onFrame;
  }

  /** Tells Ink that it has this many cells now. */
  resize(size: { columns: number; rows: number }): void {
    this.columns = size.columns;
    this.rows = size.rows;
    this.emit('resize');
  }

  /** Whether signs that are not ASCII are replaced from here on. */
  setAscii(ascii: boolean): void {
    this.#ascii = ascii;
    if (this.#frame !== '') this.#show();
  }

  override _write(text: string, _encoding: BufferEncoding, callback: () => void): void {
    if (text.trim() !== '') {
      this.#frame = text;
      this.#show();
    }
    callback();
  }

  #show(): void {
    this.#onFrame(this.#ascii ? asciiFrame(this.#frame) : this.#frame);
  }
}
