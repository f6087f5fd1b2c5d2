import { expect, test } from 'vitest';
import { operations } from '../../source/roster/push/operations.ts';
import type { Operation } from './operations/operation.ts';
import { operations as served } from './operations/table.ts';

const nameless = (name: string) => name.replaceAll(/\{\w+\}/g, '{}');

/** How long a list may be that it takes. */
function mostOf({ body, query }: Operation): number {
  const fields = { ...(body?.properties ?? {}), ...(query?.properties ?? {}) };
  const lists = Object.values(fields as Record<string, { maxItems?: number }>);
  return lists.find(({ maxItems }) => maxItems !== undefined)?.maxItems ?? 1;
}

test.each(Object.entries(operations))('the server has %s, with its rate, scope and limit', (_, write) => {
  const { method, path, category, scope, most } = write;
  const there = served.find(({ name }) => nameless(name) === nameless(`${method} ${path}`));
  expect(there).toMatchObject({ category, scope });
  expect(mostOf(there!)).toBe(most);
});
