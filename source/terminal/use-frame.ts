import { createContext, useContext, useLayoutEffect } from 'react';
import type { Frame } from './frame.ts';

/** Where frames go: `mount` says which terminal that is. */
export const FrameContext = createContext<(frame: Frame) => void>(() => {});

/**
 * Shows `frame` on the terminal when React commits the component. The lines are cells already but for their codes; Ink
 * would take each of them apart, measure it and put it together again, which takes ten times as long as all else.
 */
export function useFrame(frame: Frame): void {
  const show = useContext(FrameContext);
  useLayoutEffect(() => show(frame), [show, frame]);
}
