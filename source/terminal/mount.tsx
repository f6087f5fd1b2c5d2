import { render } from 'ink';
import type { ReactNode } from 'react';
import type { Terminal } from './terminal.ts';

export interface Mounted {
  unmount(): void;
  /** Resolves when the tree is unmounted, rejects with the error that a component threw. */
  waitUntilExit(): Promise<void>;
}

/** Shows `element` on `terminal`. The terminal is not closed by unmounting. */
export function mount(element: ReactNode, terminal: Terminal): Mounted {
  const instance = render(element, {
    // Ink uses of both only what these have.
    stdin: terminal.input as unknown as NodeJS.ReadStream,
    stdout: terminal.output as unknown as NodeJS.WriteStream,
    // No timers that hold frames back: the painter takes the newest one a turn.
    debug: true,
    interactive: true,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  return {
    unmount: () => instance.unmount(),
    waitUntilExit: async () => {
      await instance.waitUntilExit();
    },
  };
}
