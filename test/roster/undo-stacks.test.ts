import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Emptied, type Move, nothingToRedo, stacksOf } from '../../source/roster/undo/undo-stacks.ts';

type Did = Omit<Move, 'takes' | 'undone'> & { takes?: number; undone?: boolean };

/** The stacks after what an operator did, told oldest first, and what emptied the second. */
function stacksAfter(...did: Did[]) {
  const moves = did.map(move => ({ takes: null, undone: false, ...move }));
  const { known: _, ...stacks } = stacksOf(moves.reverse());
  return stacks;
}

const change = (id: number, undone = false): Did => ({ id, step: null, puts: id, undone });
const undo = (id: number, takes: number): Did => ({ id, step: 'undo', takes, puts: id });
const redo = (id: number, takes: number, puts: number): Did => ({ id, step: 'redo', takes, puts });

describe('what would be undone and redone next (domain rule 9)', () => {
  it('is nothing at first', () => {
    expect(stacksAfter()).toEqual({ undo: null, redo: null, emptied: null });
  });

  it('goes back one by one and forward again', () => {
    expect(stacksAfter(change(1), change(2))).toMatchObject({ undo: 2, redo: null });
    expect(stacksAfter(change(1), change(2), undo(3, 2))).toMatchObject({ undo: 1, redo: 3 });
    expect(stacksAfter(change(1), change(2), undo(3, 2), undo(4, 1))).toMatchObject({ undo: null, redo: 4 });
    const forward = [change(1), change(2), undo(3, 2), undo(4, 1), redo(5, 4, 1)];
    expect(stacksAfter(...forward)).toMatchObject({ undo: 1, redo: 3 });
    expect(stacksAfter(...forward, redo(6, 3, 2))).toMatchObject({ undo: 2, redo: null, emptied: null });
  });

  it('a change empties the second stack, and that is told', () => {
    expect(stacksAfter(change(1), undo(2, 1), change(3))).toEqual({
      undo: 3,
      redo: null,
      emptied: { by: 3, lost: 2 },
    });
    // However many came after it, it is the first of them that did.
    const more = Array.from({ length: 30 }, (_, n) => change(4 + n));
    expect(stacksAfter(change(1), undo(2, 1), change(3), ...more)).toMatchObject({
      emptied: { by: 3, lost: 2 },
    });
    // A change that was undone again emptied it all the same; what is on the stack since is what is redone.
    const since = [change(1), undo(2, 1), change(3, true), undo(4, 3)];
    expect(stacksAfter(...since)).toMatchObject({ redo: 4, emptied: null });
    expect(stacksAfter(...since, redo(5, 4, 3))).toMatchObject({ redo: null, emptied: { by: 3, lost: 2 } });
    expect(stacksAfter(change(1), change(2))).toMatchObject({ emptied: null });
    // Undone by somebody else, it could not be redone anyway.
    const taken = { ...undo(2, 1), undone: true };
    expect(stacksAfter(change(1), taken, change(3))).toMatchObject({ redo: null, emptied: null });
  });

  it('passes over what others undid', () => {
    expect(stacksAfter(change(1), change(2, true))).toMatchObject({ undo: 1 });
  });

  it('knows both tops from the newest sets alone, however many came before', () => {
    const kinds = fc.array(fc.constantFrom('change', 'undo', 'redo'), { maxLength: 60 });
    fc.assert(
      fc.property(kinds, fc.nat(60), (did, read) => {
        const plain = { undo: [] as number[], redo: [] as number[] };
        let emptied: Emptied | null = null;
        const roots = new Map<number, number>();
        const moves = did.flatMap((kind, index): Move[] => {
          const id = index + 1;
          const move = { id, undone: false };
          if (kind === 'change') {
            plain.undo.push(id);
            const lost = plain.redo.at(-1);
            if (lost !== undefined) emptied = { by: id, lost };
            plain.redo = [];
            return [{ ...move, step: null, takes: null, puts: id }];
          }
          const takes = plain[kind as 'undo' | 'redo'].pop();
          if (takes === undefined) return [];
          const puts = kind === 'undo' ? id : roots.get(takes)!;
          plain[kind === 'undo' ? 'redo' : 'undo'].push(puts);
          roots.set(id, takes);
          return [{ ...move, step: kind as 'undo' | 'redo', takes, puts }];
        });
        const tops = { undo: plain.undo.at(-1) ?? null, redo: plain.redo.at(-1) ?? null };
        const newestFirst = moves.toReversed();
        const all = stacksOf(newestFirst);
        expect(all).toMatchObject(tops);
        expect(all.emptied).toEqual(tops.redo === null ? emptied : null);
        const { known, undo, redo } = stacksOf(newestFirst.slice(0, read));
        if (known) expect({ undo, redo }).toEqual(tops);
      }),
      { numRuns: 500 },
    );
  });

  it('says what emptied it, and how to have the undo back all the same', () => {
    expect(nothingToRedo({ by: { id: 12, summary: 'Edit 1 user' }, lost: 9 })).toBe(
      'Nothing to redo: change set 12 (Edit 1 user) came after your last undo. To take that undo back all the same, undo change set 9.',
    );
  });
});
