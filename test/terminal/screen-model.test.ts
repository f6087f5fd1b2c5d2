import { expect, it } from 'vitest';
import { byteWriter, createScreen, linesOf } from './screen-model.ts';

const bytes = Buffer.from(
  '\x1b[1;3H陳怡君\x1b[20G◐ Meal\x1b[2;3Hविक्रम कपूर\x1b[20G○ Offline\x1b[1;3H杨欣怡\x1b[20G● Ready\x1b[3;1H☑…',
);

it('shows the same wherever what it is sent is cut', async () => {
  const shown = async (at: number) => {
    const screen = createScreen(40, 3);
    const write = byteWriter(screen);
    write(bytes.subarray(0, at), () => {});
    await new Promise<void>(resolve => write(bytes.subarray(at), resolve));
    return linesOf(screen).join('\n');
  };
  const whole = await shown(0);
  expect(whole.split('\n')[0]).toBe('  杨欣怡           ● Ready');
  for (let at = 1; at < bytes.length; at++) expect(await shown(at), `cut at ${at}`).toBe(whole);
});
