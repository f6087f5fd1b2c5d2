/** Tells whether a frame is on its way: between the marks of a synchronized update a terminal shows the old one. */
export function createFrameWatch(): { see(chunk: Buffer): void; readonly open: boolean } {
  const begin = '\x1b[?2026h';
  const end = '\x1b[?2026l';
  let tail = '';
  let open = false;
  return {
    see(chunk) {
      const text = tail + chunk.toString('latin1');
      const last = Math.max(text.lastIndexOf(begin), text.lastIndexOf(end));
      if (last >= 0) open = text.startsWith(begin, last);
      // A mark may be cut in two by a read.
      tail = text.slice(-(begin.length - 1));
    },
    get open() {
      return open;
    },
  };
}
