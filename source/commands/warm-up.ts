import type { Look } from '../components/look.ts';
import type { App } from '../screens/app.ts';
import { screenLines } from '../screens/screen-lines.ts';
import { createPainter } from '../terminal/painter.ts';

/** So often the code has run then that V8 has compiled what matters of it. */
const rounds = 30;

/** Text that takes the long way to its width and onto the screen: what that needs is loaded when it is first taken. */
const composed = 'निखिल';

/**
 * Draws a few screens that nobody sees, one a turn: the first keys of a session would be its slowest, because code that
 * never ran is compiled as it runs. A key that comes meanwhile waits for one of them at most, and whoever leaves for none.
 */
export async function warmUp(app: App, look: Look, left: () => boolean): Promise<void> {
  const painter = createPainter({ write: () => true }, app.size);
  painter.start();
  const { roster } = app;
  for (let round = 0; round < rounds && !left(); round++) {
    await new Promise(setImmediate);
    const rows = (round % 2 === 0 ? roster.rows.toReversed() : roster.rows).map((row, at) =>
      (at + round) % 3 === 0 ? { ...row, name: `${composed} ${row.name}` } : row,
    );
    const search = String.fromCharCode(97 + (round % 26));
    painter.frame(
      screenLines({ ...app, roster: { ...roster, rows, view: { ...roster.view, search } } }, look),
    );
    painter.flush();
  }
  painter.stop();
}
