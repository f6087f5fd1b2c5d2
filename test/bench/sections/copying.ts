import { amount, type Figure, said } from '../figure.ts';
import { beginPeak, peakMemory } from '../process/readings.ts';
import type { Session } from '../pty/session.ts';

const megabyte = 1e6;
const mostMs = 2_000;
const mostGrowth = 20 * megabyte;
const clipboard = /\]52;[^;]*;([A-Za-z0-9+/=]*)/;

interface Copied {
  /** Until the first byte of the answer. Milliseconds; NaN if none came. */
  ms: number;
  /** Bytes beyond what the program held before. */
  grown: number;
  /** What came for the clipboard; null if nothing did. */
  text: string | null;
  /** What the screen says about it. */
  sentence: string;
}

/** Copies far more than a clipboard takes: a sentence says why not, at once, and what to do instead. */
export async function copyTooMany(session: Session): Promise<Figure> {
  const { ms, grown, text, sentence } = await copy(session);
  return said(
    'Copying them, refused with a reason',
    '≤ 2 s, + ≤ 20 MB',
    `${amount(ms / 1_000, 's')}, + ${amount(grown / megabyte, 'MB')}, ${text === null ? sentence || 'nothing is said' : 'copied'}`,
    ms <= mostMs && grown <= mostGrowth && text === null && /clipboard/.test(sentence),
  );
}

/** Copies as many rows as are selected, which a clipboard takes: all of them come. */
export async function copyWhatFits(session: Session): Promise<Figure> {
  const selected = Number((/([\d,]+) selected/.exec(session.footer())?.[1] ?? '').replaceAll(',', ''));
  const { ms, grown, text } = await copy(session);
  // One line more has their names.
  const rows = (text ?? '').trimEnd().split('\n').length - 1;
  return said(
    `Copying ${amount(selected, '')} rows, as many as fit into a clipboard`,
    '≤ 2 s, + ≤ 20 MB, all',
    `${amount(ms / 1_000, 's')}, + ${amount(grown / megabyte, 'MB')}, ${amount(rows, '')} rows, ${amount((text ?? '').length / 1_000, '')} kB`,
    ms <= mostMs && grown <= mostGrowth && rows === selected,
  );
}

async function copy(session: Session): Promise<Copied> {
  const { recorder } = session;
  const before = beginPeak(recorder.pid);
  const chunks: Buffer[] = [];
  let answered = Number.NaN;
  const at = recorder.send('y');
  const unwatch = recorder.watch(chunk => {
    if (chunks.length === 0) answered = chunk.at;
    chunks.push(chunk.bytes);
  });
  await recorder.quiet(at, 500, 30_000);
  unwatch();
  await session.settle(at);
  const encoded = clipboard.exec(Buffer.concat(chunks).toString())?.[1];
  const lines = session.lines().slice(-4);
  return {
    ms: answered - at,
    grown: (peakMemory(recorder.pid) ?? Number.NaN) - before,
    text: encoded === undefined ? null : Buffer.from(encoded, 'base64').toString(),
    sentence: lines.map(line => line.trim()).find(line => /copy|copied|clipboard/i.test(line)) ?? '',
  };
}
