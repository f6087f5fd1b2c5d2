import type { Row } from './cells.ts';

/**
 * 1 for each cell that has to be drawn: those that differ; with any cell of a run of doubtful graphemes all of that run,
 * shown or wanted, because nobody knows where in it each is seen; and the cells behind that such a run may be drawn over.
 */
export function dirtyCells(shown: Row, wanted: Row): Uint8Array {
  const dirty = new Uint8Array(wanted.text.length);
  for (let x = 0; x < dirty.length; x++) if (differs(shown, wanted, x)) dirty[x] = 1;
  if (shown.doubtful.length + wanted.doubtful.length === 0) return dirty;
  let clean = [...shown.doubtful.map(run => ({ ...run, most: run.end })), ...wanted.doubtful];
  for (;;) {
    const touched = clean.filter(({ start, end }) => dirty.subarray(start, end).includes(1));
    if (touched.length === 0) return dirty;
    for (const { start, most } of touched) dirty.fill(1, start, most);
    // What one run dirties may be part of another.
    clean = clean.filter(run => !touched.includes(run));
  }
}

function differs(shown: Row, wanted: Row, x: number): boolean {
  return shown.text[x] !== wanted.text[x] || shown.styles[x] !== wanted.styles[x];
}
