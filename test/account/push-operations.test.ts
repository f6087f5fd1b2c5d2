import { expect, test } from 'vitest';
import { operations } from '../../source/roster/push/operations.ts';
import { operations as served } from './operations/table.ts';

const nameless = (name: string) => name.replaceAll(/\{\w+\}/g, '{}');

test('where the server has an operation it has the same rate and scope', () => {
  const found = Object.values(operations).flatMap(({ method, path, category, scope }) => {
    const name = nameless(`${method} ${path}`);
    const there = served.find(operation => nameless(operation.name) === name);
    return there
      ? [{ mine: { category, scope }, theirs: { category: there.category, scope: there.scope } }]
      : [];
  });
  expect(found.length).toBeGreaterThan(10);
  for (const { mine, theirs } of found) expect(mine).toEqual(theirs);
});
