import { describe, expect, it } from 'vitest';
import { commandTable } from '../../source/app/command-table.ts';
import { layers } from '../../source/app/layers.ts';

/** What stands more than once in a list. */
function repeated(list: readonly string[]): string[] {
  return list.filter((one, at) => list.indexOf(one) !== at);
}

describe('the list of screens', () => {
  it('has each kind of layer once', () => {
    expect(repeated(layers.map(({ kind }) => kind))).toEqual([]);
  });

  it('has one screen for each action', () => {
    const actions = layers.flatMap(({ reduce, requests }) => [
      ...Object.keys(reduce),
      ...Object.keys(requests),
    ]);
    expect(actions.length).toBeGreaterThan(50);
    expect(repeated(actions)).toEqual([]);
  });

  it('has one command for each id, and a layer for each command', () => {
    expect(repeated(commandTable.map(({ id }) => id))).toEqual([]);
    const kinds: string[] = layers.map(({ kind }) => kind);
    const homeless = commandTable.filter(({ layer }) => !kinds.includes(layer));
    // The menu of a row is a list like others, with commands of its own.
    expect([...new Set(homeless.map(({ layer }) => layer))]).toEqual(['row', 'everywhere']);
  });
});
