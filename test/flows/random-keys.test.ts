import fc from 'fast-check';
import { expect, it } from 'vitest';
import { strayControls } from '../hostile/stray-controls.ts';
import { keyBytes } from '../terminal/key-bytes.ts';
import { json, openDemo } from './fixture.ts';

const named = [
  ...[
    'Up',
    'Down',
    'Left',
    'Right',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Enter',
    'Escape',
    'Tab',
    'Backspace',
  ],
  ...[
    'Delete',
    'Space',
    'Shift+Tab',
    'Shift+Down',
    'Ctrl+U',
    'Ctrl+D',
    'Ctrl+W',
    'Ctrl+R',
    'Ctrl+L',
    'Alt+Left',
  ],
];
const characters = ['/', ...'fFsSrcxuv*~"-<>=?:ynijkgGal3', '席', 'é', '👩🏽‍💻', '\u0301', 'ß'];
const keys = [...named.map(keyBytes), ...characters];

const typed = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .array(fc.constantFrom(...keys), { minLength: 1, maxLength: 8 })
      .map(bunch => bunch.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }).map(text => `\x1b[200~${text}\x1b[201~`),
  },
);
const resized = fc.tuple(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 3, max: 60 }));
const session = fc.array(fc.oneof({ weight: 4, arbitrary: typed }, { weight: 1, arbitrary: resized }), {
  minLength: 80,
  maxLength: 80,
});

it('lives through whatever is typed, in every size, and still answers', async () => {
  const p = await openDemo();
  const [script = []] = fc.sample(session, 1);
  for (const move of script) {
    if (typeof move === 'string') p.type(move);
    else p.resize(...move);
    // As a hand would; what piles up meanwhile comes as one read.
    await new Promise(resolve => setTimeout(resolve, 15));
  }
  p.resize(100, 30);
  await p.press('Escape', 'Escape', 'Escape', 'Escape');
  await p.settled();
  const before = p.bytes();
  await p.press('Ctrl+L');
  await p.waitFor(() => p.bytes() > before + 500);
  const story = JSON.stringify(script);
  expect(p.alternate, story).toBe(true);
  expect(p.screen().split('\n')[0], story).toMatch(/Acme Support .* named/);
  expect(strayControls(p.raw()), story).toEqual([]);
  await p.press('Ctrl+C');
  expect(await p.exit(), story).toMatchObject({ code: 0 });
  // The file is whole, whatever was done to it.
  const users = await json(p.file, 'list');
  expect(new Set(users.map(user => user.user_id)).size, story).toBe(users.length);
});
