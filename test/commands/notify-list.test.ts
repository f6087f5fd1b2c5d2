import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, makeHomes, type NotifyHome, names } from './notify-home.ts';

let home: NotifyHome;
let makeNext: () => NotifyHome;

beforeAll(async () => {
  makeNext = await makeHomes();
});

beforeEach(() => {
  home = makeNext();
});

describe('roster notify --list, --retry, --withdraw', () => {
  it('lists in every format, and what is sent only with --all', async () => {
    await home.add(2);
    const { env } = await mailServer({
      onRecipient: address =>
        address === names[1] ? { code: 550, text: '5.1.1 "No", such user' } : undefined,
    });
    await home.roster('notify', { env });
    const [failed, ...more] = await home.listed();
    expect(more).toEqual([]);
    expect(failed).toMatchObject({ state: 'failed', attempts: 1, error: '550 5.1.1 "No", such user' });
    expect((await home.listed('--all')).map(({ state }) => state)).toEqual(['sent', 'failed']);
    const table = await home.ok('notify --list');
    expect(table).toMatch(/^Id +State +To +Since +Tries +Next try +Error\n/);
    expect(table).toContain(`${failed?.id.slice(0, 8)}  failed`);
    expect(await home.ok('notify --list --format csv')).toMatch(
      /^\uFEFFid,state,user_email,created_at,changed_at,attempts,next_at,error\r\n[\da-f-]{36},failed,/,
    );
    expect((await home.ok('notify --list --all --format ndjson')).trim().split('\n')).toHaveLength(2);
    expect(await home.roster('notify --retry failed')).toMatchObject({
      code: 0,
      stderr: '1 e-mail waits until mail is set up: roster notify says how\n',
    });
    expect(await home.roster('notify --withdraw failed')).toMatchObject({ code: 0 });
    expect(await home.roster(`notify --withdraw ${failed?.id}`)).toMatchObject({
      code: 0,
      stderr: '1 e-mail will not be sent.\n',
    });
    expect(await home.roster('notify --list')).toMatchObject({
      stdout: '',
      stderr: 'Nothing waits to be sent.\n',
    });
  });

  it('sends again what somebody says is to be sent again', async () => {
    await home.add();
    let hangUp = true;
    const { env, received } = await mailServer({ onMessage: () => (hangUp ? 'hang-up' : undefined) });
    const first = await home.roster('notify', { env });
    expect(first).toMatchObject({ code: 1, stdout: '0 sent, 1 unknown; 2 e-mails wait\n' });
    const id = /--retry ([\da-f]{8}), or --withdraw/.exec(first.stderr)?.[1];
    hangUp = false;
    await home.ok('notify', { env });
    expect(received).toHaveLength(3);
    expect(await home.roster(`notify --retry ${id} --dry-run`)).toMatchObject({ code: 0 });
    expect(await home.listed()).toMatchObject([{ state: 'unknown' }]);
    expect(await home.ok(`notify --retry ${id}`)).toMatch(/ waiting /);
    expect(await home.listed()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(await home.ok('notify', { env })).toBe('1 sent\n');
    expect(received.filter(mail => mail.id.startsWith(id!))).toHaveLength(2);
  });

  it('refuses by name what cannot be sent again', async () => {
    await home.add();
    const { env } = await mailServer();
    await home.ok('notify', { env });
    const [sent] = await home.listed('--all');
    for (const [args, message] of [
      [
        '--retry 00000000',
        'There is no e-mail 00000000. See: roster notify --list --all\nNothing was changed.',
      ],
      [`--retry ${sent?.id}`, `The e-mail ${sent?.id.slice(0, 8)} to ${sent?.user_email} was sent.`],
    ] as const) {
      const { code, stdout, stderr } = await home.roster(`notify ${args}`);
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(message);
    }
    for (const args of [
      '--retry abc',
      '--retry x%',
      '--list --watch',
      '--all',
      '--retry abcd --withdraw abcd',
    ])
      expect(await home.roster(`notify ${args}`), args).toMatchObject({ code: 2, stdout: '' });
  });
});
