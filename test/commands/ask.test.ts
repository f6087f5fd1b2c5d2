import { PassThrough } from 'node:stream';
import { expect, test, vi } from 'vitest';
import { ask } from '../../source/commands/screen/ask.tsx';
import { pretendIo } from './run.ts';

/** Streams as a terminal has them, and what is typed there. */
function pretendTerminal() {
  const raw: boolean[] = [];
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => raw.push(on),
  });
  const io = pretendIo({});
  Object.assign(io.stderr, { isTTY: true, columns: 80, rows: 24 });
  return {
    io: { ...io, stdin: stdin as unknown as NodeJS.ReadStream },
    stdin,
    raw,
    said: () => io.stderr.text(),
  };
}

test('a secret is never drawn, and its answer is what was typed', async () => {
  const { io, stdin, raw, said } = pretendTerminal();
  const asked = ask(
    {
      id: { label: 'Client id', check: () => null },
      secret: {
        label: 'Secret',
        mask: '*',
        check: text => (text.length < 3 ? 'It is too short.' : null),
      },
    },
    io,
    'Nothing was stored.',
  );
  stdin.write('me\rq7\r');
  await vi.waitFor(() => expect(said()).toContain('It is too short.'));
  stdin.write('xyz\r');
  expect(await asked).toEqual({ id: 'me', secret: 'q7xyz' });
  expect(said()).toContain('Client id: me\nSecret: *****\n');
  expect(said()).not.toMatch(/q7|[xyz]/);
  // The terminal is let go.
  expect(raw.at(-1)).toBe(false);
  expect(stdin.isPaused()).toBe(true);
});
