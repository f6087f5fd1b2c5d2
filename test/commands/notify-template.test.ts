import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, makeHomes, type NotifyHome } from './notify-home.ts';

let home: NotifyHome;
let makeNext: () => NotifyHome;

beforeAll(async () => {
  makeNext = await makeHomes();
});

beforeEach(() => {
  home = makeNext();
});

describe('roster notify --template', () => {
  it('changes what e-mails say, and back', async () => {
    await home.add(1);
    const original = await home.ok('notify --show-template');
    const template =
      'Subject: Willkommen, {name}!\n\nHallo {name} ({email}),\nRolle: {role} bei {account}.\n';
    const path = home.file('template.txt', template.replaceAll('\n', '\r\n'));
    expect(await home.ok(`notify --template ${path} --dry-run`)).toContain('Willkommen, {name}!');
    expect(await home.ok('notify --show-template')).toBe(original);
    await home.ok(`notify --template ${path}`);
    expect(await home.ok('notify --show-template')).toBe(template);
    const { env, received } = await mailServer();
    await home.ok('notify', { env });
    expect(received[0]?.text).toBe('Hallo Ana Silva (p0@acme.example),\nRolle: Agent bei Acme.\n');
    expect(received[0]?.headers).toContainEqual(['subject', 'Willkommen, Ana Silva!']);
    await home.ok('notify --template default');
    expect(await home.ok('notify --show-template')).toBe(original);
    await home.ok('notify --template -', { input: template });
    expect(await home.ok('notify --show-template')).toBe(template);
    // A change like any other: it is in the history, and undo takes it back.
    expect(await home.ok('history --limit 1')).toContain('Change the account: e-mail subject, e-mail text');
    await home.ok('undo');
    expect(await home.ok('notify --show-template')).toBe(original);
  });

  it('refuses unknown placeholders by name, and an empty file', async () => {
    const wrong = await home.roster('notify --template -', { input: 'Subject: Hi {nmae}\n\n{roles}\n' });
    expect(wrong).toMatchObject({ code: 1, stdout: '' });
    expect(wrong.stderr).toContain(
      'There is no placeholder {nmae}; there are {name}, {account}, {role}, {email}.',
    );
    expect(wrong.stderr).toContain('{roles}');
    expect(await home.roster('notify --template -', { input: '' })).toMatchObject({ code: 1 });
    expect(await home.roster('notify --template nowhere.txt')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Can't read nowhere.txt"),
    });
  });
});
