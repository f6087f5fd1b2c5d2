import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Identified, Who } from '../../source/operator/who.ts';
import type { Effect, Outcome } from '../../source/roster/screen/effects.ts';
import { wholeRoster } from '../../source/roster/screen/view.ts';
import { createInterpreter } from '../../source/session/interpreter.ts';
import { createReaders } from '../../source/session/reading/reader.ts';
import { makeRoster, openFixture } from '../db/fixture.ts';

const host = {
  copy() {},
  redraw() {},
  suspend() {},
  quit() {},
  remember() {},
  saveSession() {},
  draw() {},
  giveUp() {},
  runBeside: async () => 0,
};

/** The interpreter for Maria, who came in by a key or not; `again` is what is found when it is looked once more. */
async function interpreter({ key, again }: { key?: string; again?: Identified } = {}) {
  const path = await makeRoster();
  const { roster, operator } = await openFixture(path);
  const who: Who = {
    operator: { ...operator, ...(key !== undefined && { key }) },
    proof: { login: 'maria' },
    via: 'local',
  };
  const readers = createReaders(path);
  const perform = createInterpreter({ roster, readers, who, identify: async () => again ?? { who }, host });
  const close = () => {
    void readers.close();
    return roster.close();
  };
  const ask = async (effect: Effect): Promise<Outcome[]> => {
    const { now, later } = perform(effect, () => {});
    return [...((await now) ?? []), ...((await later) ?? [])];
  };
  return { folder: dirname(path), who, ask, close };
}

it('reads and writes no file for who came in by a key, whatever the screen may ask', async () => {
  for (const key of [undefined, 'SHA256:one']) {
    const { folder, ask, close } = await interpreter(key === undefined ? {} : { key });
    const csv = join(folder, 'users.csv');
    writeFileSync(csv, 'user_email,role_name\nana.silva@acme.example,Agent\n');
    const out = join(folder, 'out.csv');
    const answers = await Promise.all([
      ask({ type: 'plan', request: { kind: 'import', path: csv } }),
      ask({ type: 'export', view: wholeRoster, path: out, overwrite: false, total: null }),
      ask({ type: 'complete-path', text: `${folder}/` }),
    ]);
    const types = answers.flat().map(outcome => outcome.type);
    if (key === undefined) expect(types).toEqual(['planned', 'exported', 'path-completed']);
    else expect(types).toEqual(['failed', 'failed', 'failed']);
    expect(existsSync(out)).toBe(key === undefined);
    expect(JSON.stringify(answers).includes('ana.silva')).toBe(key === undefined);
    await close();
    expect(readdirSync(folder)).toContain('users.csv');
  }
});

it('works for whoever the operator is by now', async () => {
  const first = await interpreter();
  const supervisor = { ...first.who.operator, is_owner: false, role_name: 'Supervisor', privileges: [] };
  await first.close();
  const refresh: Effect = { type: 'refresh', view: wholeRoster, since: null, follows: [] };
  const looks = { ...supervisor, privileges: ['UserManagement:Read'] as const };
  const { ask, close } = await interpreter({ again: { who: { ...first.who, operator: looks } } });
  expect(await ask(refresh)).toMatchObject([{ type: 'refreshed', viewer: { mayEdit: false } }]);
  expect(await ask({ type: 'history', person_id: null, search: '', place: { before: null } })).toEqual([
    { type: 'withheld' },
  ]);
  expect(await ask({ type: 'change-set', id: 1, after: null })).toEqual([{ type: 'withheld' }]);
  await close();
  const blind = await interpreter({ again: { who: { ...first.who, operator: supervisor } } });
  expect(await blind.ask(refresh)).toEqual([
    { type: 'dismissed', why: expect.stringContaining('may not look at the roster') },
  ]);
  await blind.close();
  const gone = await interpreter({ again: { refused: 'Nobody.' } });
  expect(await gone.ask(refresh)).toEqual([{ type: 'dismissed', why: 'Nobody.' }]);
  await gone.close();
});
