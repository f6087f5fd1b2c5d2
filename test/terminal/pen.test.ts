import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Pen } from '../../source/terminal/pen.ts';
import { createScreen } from './screen-model.ts';

const cell = fc.record({ x: fc.nat(79), y: fc.nat(23) });

it('goes from cell to cell, and knows before how many bytes that takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 10 }), async cells => {
      const screen = createScreen(80, 24);
      const pen = new Pen();
      for (const { x, y } of cells) {
        const [cost, before] = [pen.costTo(x, y), pen.bytes.length];
        pen.moveTo(x, y);
        expect(pen.bytes.length - before).toBe(cost);
        await new Promise<void>(resolve => screen.write(pen.bytes.slice(before), resolve));
        const { cursorX, cursorY } = screen.buffer.active;
        expect([cursorX, cursorY]).toEqual([x, y]);
      }
      screen.dispose();
    }),
  );
});
