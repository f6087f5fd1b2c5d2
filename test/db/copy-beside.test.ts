import { chmodSync, statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openRoster } from '../../db/open.ts';
import { copyBeside } from '../../db/sqlite/schema/copy-beside.ts';
import { makeRoster } from './fixture.ts';

it.each([0o600, 0o660])('a copy lets in whom the roster lets in: %o', async mode => {
  const path = await makeRoster();
  chmodSync(path, mode);
  const roster = await openRoster(path);
  const first = await copyBeside(path, `${path}.version-1`);
  const second = await copyBeside(path, `${path}.version-1`);
  expect([first, second]).toEqual([`${path}.version-1`, `${path}.version-1-2`]);
  for (const copy of [first, second]) expect(statSync(copy).mode & 0o777).toBe(mode);
  await roster.close();
  const copied = await openRoster(second);
  expect(await copied.read.selectFrom('people').selectAll().execute()).toHaveLength(7);
  await copied.close();
});
