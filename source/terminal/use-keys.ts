import { useInput, usePaste } from 'ink';
import { type KeyEvent, keyEvent, pasteEvent } from './key-event.ts';

/**
 * Calls `handler` for each key and each paste. Used once, at the root. Keys that arrive together are handled one after
 * the other before anything is drawn, so a handler reads the state from where it writes it (a store, a reducer's
 * updater), not from the last render.
 */
export function useKeys(handler: (event: KeyEvent) => void): void {
  useInput((input, key) => {
    const event = keyEvent(input, key);
    if (event) handler(event);
  });
  usePaste(text => handler(pasteEvent(text)));
}
