import { Box } from 'ink';
import type { Frame } from '../terminal/frame.ts';
import { useFrame } from '../terminal/use-frame.ts';

/** Lines that are drawn already, and a panel over them. For Ink it is a box without content. */
export function Lines({ frame }: { frame: Frame }) {
  useFrame(frame);
  return <Box />;
}
