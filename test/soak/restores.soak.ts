import { expect, test } from 'vitest';
import { killRestores } from '../commands/restored.ts';
import { report, rounds } from './soak.ts';

const kills = rounds(100);

test(`${kills} kills while a backup is put in a roster's place`, async () => {
  const counts = await killRestores(kills);
  report('restores', counts);
  expect(counts.neither).toBe(0);
});
