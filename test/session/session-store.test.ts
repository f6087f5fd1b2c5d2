import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, it } from 'vitest';
import { nobody, withAll } from '../../source/roster/screen/selection.ts';
import type { DraftForm, SessionState } from '../../source/roster/screen/session-state.ts';
import type { FieldEdit } from '../../source/roster/users/field-edit.ts';
import { fieldNames } from '../../source/roster/users/fields.ts';
import { packed, unpacked } from '../../source/session/remembering/packed-selection.ts';
import { readSession, writeSession } from '../../source/session/remembering/session-file.ts';
import { createSessionStore } from '../../source/session/remembering/session-store.ts';
import { temporaryFolder } from '../after-file.ts';
import { whole } from '../whole.ts';

const screen: SessionState['screen'] = {
  ...{ search: '', queue: null, status: null, role: null, package: null },
  ...{ sort: { column: 'name', reverse: false }, columns: ['name'] },
};
const nothing: SessionState = { screen, selected: nobody, onlySelected: false, form: null, unsaved: [] };
const three: SessionState = { ...nothing, selected: withAll(nobody, [3, 7, 4_000]) };

const numRuns = whole ? 100 : 30;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

/** A process that has ended: its number is nobody's for now. */
function endedPid(): number {
  return Number(execFileSync('sh', ['-c', 'echo $$']).toString());
}

/** Makes what this process keeps look as if another had kept it, which is over. */
function orphan(text: string | null = null): string {
  const [name = ''] = readdirSync(folder);
  const path = join(folder, name.replace(/-\d+-\d+\.json$/, `-${endedPid()}-1.json`));
  execFileSync('mv', [join(folder, name), path]);
  if (text !== null) writeFileSync(path, text);
  return path;
}

const edit: fc.Arbitrary<FieldEdit> = fc.record({
  field: fc.constantFrom(...fieldNames),
  op: fc.constantFrom('set', 'add', 'remove', 'clear', 'opt-in', 'opt-out'),
  text: fc.string({ unit: 'binary' }),
});
const personId = fc.integer({ min: 1, max: 3_000_000 });
const form: fc.Arbitrary<DraftForm> = fc.record({
  of: fc.constantFrom('add', 'edit'),
  people: fc
    .uniqueArray(fc.tuple(personId, fc.option(fc.nat())), { selector: ([id]) => id })
    .map(list => new Map(list)),
  template: fc.option(fc.string()),
  draft: fc.dictionary(fc.constantFrom(...fieldNames), fc.array(edit), { noNullPrototype: true }),
  spared: fc
    .uniqueArray(fc.tuple(personId, fc.array(edit)), { selector: ([id]) => id })
    .map(list => new Map(list)),
});

it('brings back every selection', () => {
  fc.assert(
    fc.property(fc.array(personId), ids => {
      const selected = withAll(nobody, ids);
      const again = unpacked(packed(selected));
      expect(again?.size).toBe(selected.size);
      expect([...(again ?? [])]).toEqual([...selected]);
    }),
    { numRuns },
  );
});

it('brings back every form', () => {
  const at = '2026-11-23T07:41:00.000Z';
  fc.assert(
    fc.property(form, form, fc.array(personId), (open, before, ids) => {
      const session = {
        ...nothing,
        form: open,
        unsaved: [{ form: before, at }],
        selected: withAll(nobody, ids),
      };
      const left = readSession(writeSession(session, at)!);
      expect(left?.unsaved).toEqual([
        { form: open, at },
        { form: before, at },
      ]);
      expect([...left!.selected]).toEqual([...session.selected]);
    }),
    { numRuns },
  );
});

it('makes little of a million', () => {
  const all = withAll(
    nobody,
    Array.from({ length: 1_000_000 }, (_, n) => n + 1),
  );
  expect(packed(all).length).toBeLessThan(1_000);
  const half = withAll(
    nobody,
    Array.from({ length: 1_000_000 }, (_, n) => n + 1).filter(n => Math.sin(n) > 0),
  );
  expect(packed(half).length).toBeLessThan(200_000);
  expect(unpacked(packed(half))?.size).toBe(half.size);
});

it('reads nothing out of what nobody kept', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.base64String()), text => {
      expect(readSession(text)).toBe(null);
      const selected = unpacked(text);
      expect(selected === null || selected.size >= 0).toBe(true);
    }),
  );
});

it('takes what a session left that is over, and nothing of one that runs', () => {
  const one = createSessionStore(folder, 'maria', '/roster.db');
  one.save(three);
  one.flush();
  orphan();
  const next = createSessionStore(folder, 'maria', '/roster.db');
  expect([...next.restore().selected]).toEqual([3, 7, 4_000]);
  // Nobody else gets it, and it is not lost before this one has kept something.
  expect(createSessionStore(folder, 'maria', '/roster.db').restore().selected.size).toBe(0);
  expect(readdirSync(folder)).toHaveLength(1);
  next.save(nothing);
  next.flush();
  expect(readdirSync(folder)).toEqual([]);
});

it('clears away what a session had not finished writing', () => {
  const one = createSessionStore(folder, 'maria', '/roster.db');
  one.save(three);
  one.flush();
  const [running = ''] = readdirSync(folder);
  const over = orphan();
  for (const path of [over, join(folder, running)]) writeFileSync(`${path}.${randomUUID()}`, '{"sel');
  createSessionStore(folder, 'maria', '/roster.db').restore();
  const left = readdirSync(folder).filter(name => !name.endsWith('.json'));
  expect(left).toEqual([expect.stringContaining(`${running}.`)]);
});

it('takes no text that nobody could have typed', () => {
  const text = (draft: string) => {
    const form = { of: 'edit' as const, people: new Map([[1, 1]]), template: null, spared: new Map() };
    const edit = { field: 'display_name' as const, op: 'set' as const, text: draft };
    return writeSession({ ...nothing, form: { ...form, draft: { display_name: [edit] } } }, at)!;
  };
  const at = '2026-11-23T07:41:00.000Z';
  expect(readSession(text('x'.repeat(2_000)))?.unsaved).toHaveLength(1);
  expect(readSession(text('x'.repeat(2_001)))).toBe(null);
});

it('keeps the sessions of other operators and other rosters apart', () => {
  const one = createSessionStore(folder, 'maria', '/roster.db');
  one.save(three);
  one.flush();
  orphan();
  expect(createSessionStore(folder, 'maría', '/roster.db').restore().selected.size).toBe(0);
  expect(createSessionStore(folder, 'maria', '/another.db').restore().selected.size).toBe(0);
  expect(createSessionStore(folder, 'maria', '/roster.db').restore().selected.size).toBe(3);
});

it('is stopped by nothing that stands in its place', () => {
  const one = createSessionStore(folder, 'maria', '/roster.db');
  one.save(three);
  one.flush();
  const path = orphan('{"selected": ');
  const at = (pid: number) => path.replace(/-\d+-1\.json$/, `-${pid}-1.json`);
  symlinkSync('/dev/zero', at(endedPid()));
  execFileSync('mkfifo', [at(endedPid())]);
  mkdirSync(at(endedPid()));
  writeFileSync(at(endedPid()), Buffer.alloc(17 * 1024 * 1024));
  const next = createSessionStore(folder, 'maria', '/roster.db');
  expect(next.restore()).toMatchObject({ unsaved: [], onlySelected: false });
  next.save(three);
  next.flush();
});

it('goes on where nothing can be kept', () => {
  const store = createSessionStore(join(folder, 'missing', 'folder'), 'maria', '/roster.db');
  expect(store.restore().unsaved).toEqual([]);
  store.save(three);
  store.flush();
});
