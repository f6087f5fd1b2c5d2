import { Writable } from 'node:stream';

/** What Ink writes its frames into: one whole frame a write. No terminal to Ink, so that it adds no sequences. */
export class FrameSink extends Writable {
  readonly isTTY = false;
  columns: number;
  rows: number;
  private readonly onFrame: (frame: string) => void;

  /** `onFrame` gets every frame as Ink commits it. */
  constructor(size: { columns: number; rows: number }, onFrame: (frame: string) => void) {
    super({ decodeStrings: false });
    this.columns = size.columns;
    this.rows = size.rows;
    this.onFrame = onFrame;
  }

  /** Tells Ink that it has this many cells now; it lays out and writes a frame at once. */
  resize(size: { columns: number; rows: number }): void {
    this.columns = size.columns;
    this.rows = size.rows;
    this.emit('resize');
  }

  override _write(chunk: string | Buffer, _encoding: BufferEncoding, callback: () => void): void {
    this.onFrame(chunk.toString());
    callback();
  }
}
