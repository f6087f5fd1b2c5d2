import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { editing, joining, setting } from '../roster/intents.ts';
import { type Fixture, makeRoster, openFixture } from './fixture.ts';

const ana = 'ana.silva@acme.example';
const bruno = 'bruno@acme.example';

let roster: Fixture;

beforeEach(async () => {
  roster = await openFixture(await makeRoster());
  await roster.add(ana, bruno);
});
afterEach(() => roster.close());

async function edit(values: Parameters<typeof setting>[0], ...emails: string[]): Promise<number> {
  return (await roster.carryOut(editing(setting(values)), { emails })).id;
}

async function clashes(id: number): Promise<string[]> {
  return (await roster.planUndo(id)).problems.map(({ message }) => message);
}

/** The later change that a sentence names. */
function named(message = ''): number {
  return Number(/ by change set (\d+) of maria\. Undo the later change first\.$/.exec(message)?.[1]);
}

describe('an undo names the change that stands in its way', () => {
  it('per field: the newest that touched it, not the newest to the user', async () => {
    const first = await edit({ role: 'Supervisor' }, ana, bruno);
    await edit({ role: 'Agent' }, ana);
    const role = await edit({ role: 'Admin' }, ana);
    await edit({ display_name: 'Ana' }, ana);
    await roster.carryOut(editing(joining('Billing')), { emails: [ana] });
    expect((await clashes(first)).map(message => [message.split(' ')[2], named(message)])).toEqual([
      ['role', role],
    ]);
  });

  it('per user', async () => {
    const first = await edit({ role: 'Supervisor' }, ana, bruno);
    const one = await edit({ role: 'Admin' }, ana);
    const two = await edit({ role: 'Admin' }, bruno);
    await edit({ display_name: 'X' }, ana, bruno);
    expect((await clashes(first)).map(named).sort()).toEqual([one, two]);
  });

  it('where somebody has a license again, their addition; where they were edited since, still that', async () => {
    const { id } = await roster.remove(ana);
    const again = (await roster.add(ana)).id;
    await edit({ display_name: 'Ana' }, ana);
    const messages = await clashes(id);
    expect(messages).toEqual([expect.stringContaining('has a license again')]);
    expect(named(messages[0])).toBe(again);
  });

  it('where they were made inactive, that', async () => {
    await edit({ status_name: 'Ready' }, ana);
    const offline = await edit({ status_name: 'Offline' }, ana);
    const inactive = await edit({ user_access: 'inactive' }, ana);
    await edit({ display_name: 'Ana' }, ana);
    const messages = await clashes(offline);
    expect(messages).toEqual([expect.stringContaining('was made inactive')]);
    expect(named(messages[0])).toBe(inactive);
  });

  it('none that is undone, nor the undo, whole or in part; and what it advises leads there', async () => {
    const first = await edit({ role: 'Supervisor' }, ana, bruno);
    const stands = await edit({ role: 'Admin' }, ana, bruno);
    const whole = await edit({ role: 'Agent' }, ana, bruno);
    await roster.undo(whole);
    const part = await edit({ role: 'Agent' }, ana, bruno);
    await roster.undo(part, { only: [ana] });
    expect((await clashes(first)).map(named)).toEqual([stands, part]);
    const again = await roster.undo((await roster.undo(part)).id);
    expect((await clashes(first)).map(named)).toEqual([stands, part]);
    await roster.undo(again.id);
    expect((await clashes(first)).map(named)).toEqual([stands, stands]);
    await roster.undo(stands);
    expect(await clashes(first)).toEqual([]);
  });

  it('the undo of an older change, which took something away that came back since', async () => {
    const older = await edit({ role: 'Supervisor' }, ana);
    await edit({ role: 'Admin' }, ana);
    const again = await edit({ role: 'Supervisor' }, ana);
    const undone = (await roster.undo(older)).id;
    expect((await clashes(again)).map(named)).toEqual([undone]);
    await roster.undo(undone);
    expect(await clashes(again)).toEqual([]);
  });
});
