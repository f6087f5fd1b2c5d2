import { type Mounted, mount } from '../../terminal/mount.tsx';
import type { Terminal } from '../../terminal/terminal.ts';
import { type RootProps, ScreenRoot } from './screen-root.tsx';

/** Draws the screen with Ink from here on, and hands it the keys that wait. */
export function mountScreen(terminal: Terminal, props: RootProps): Mounted {
  return mount(<ScreenRoot {...props} />, terminal);
}
