import Database from 'better-sqlite3';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailServer, makeHomes, type NotifyHome, names } from './notify-home.ts';
import type { Running } from './run.ts';

let home: NotifyHome;
let makeNext: () => NotifyHome;

beforeAll(async () => {
  makeNext = await makeHomes();
});

beforeEach(() => {
  home = makeNext();
});

describe('roster notify --watch', () => {
  it('sends what is added, and leaves at once when it is told to', async () => {
    await home.add(1);
    const { env, received } = await mailServer();
    const startedAt = performance.now();
    let sentAt = 0;
    let toldAt = 0;
    const result = await home.spawn('notify --watch', {
      env,
      async onStart(process) {
        await process.says(/1 sent/);
        sentAt = performance.now();
        await home.ok(`add ${names[1]} --role Agent --yes`);
        await process.says(/1 sent\n1 sent/);
        toldAt = performance.now();
        process.kill('SIGTERM');
      },
    });
    const took = { leaving: performance.now() - toldAt, starting: sentAt - startedAt };
    expect(result).toEqual({ code: 143, signal: null, stdout: '1 sent\n1 sent\n', stderr: '' });
    expect(received.map(mail => mail.envelope.to[0])).toEqual(names.slice(0, 2));
    expect(took.leaving, 'leaving takes no longer than starting').toBeLessThan(took.starting);
  });

  it('ends once whoever started it may change users no longer', async () => {
    await home.add(1);
    const { env, received } = await mailServer();
    const result = await home.spawn('notify --watch', {
      env,
      async onStart(process) {
        await process.says(/1 sent/);
        const other = new Database(home.database);
        other.exec("update operators set login = 'somebody else'");
        other.close();
      },
    });
    expect(result).toMatchObject({ code: 3, stderr: expect.stringMatching(/is no operator of this roster/) });
    expect(received).toHaveLength(1);
  });

  it('stops in the midst of an e-mail, which then is unknown, and waits for no answer', async () => {
    await home.add(1);
    const taken = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<undefined>();
    const { env } = await mailServer({
      onMessage() {
        taken.resolve();
        return answer.promise;
      },
    });
    const result = await home.spawn('notify', {
      env,
      onStart: process => taken.promise.then(() => process.kill('SIGINT')),
    });
    expect(result).toMatchObject({ code: 130, stdout: '0 sent, 1 unknown\n' });
    expect(await home.listed()).toMatchObject([{ state: 'unknown', attempts: 1 }]);
    answer.resolve(undefined);
  });

  it('leaves while another program keeps the roster locked', async () => {
    await home.add(2);
    const other = new Database(home.database);
    const { env } = await mailServer({
      onMessage: () => void (other.inTransaction || other.exec('begin immediate')),
    });
    const result = await home.spawn('notify', {
      env,
      onStart: process => process.says(/Waiting for another program/).then(() => process.kill('SIGHUP')),
    });
    expect(result.code).toBe(129);
    other.close();
    // What became of it could not be written down: that is what `unknown` is for.
    expect((await home.listed()).map(({ state }) => state).sort()).toEqual(['unknown', 'waiting']);
  });

  it.each([
    [
      'what a dead sender left',
      "update outbox set state = 'sending'",
      /may have been sent or not/,
      { state: 'unknown', error: expect.stringContaining('ended before') },
    ],
    [
      'that the mail server is down',
      '',
      /Nothing answers/,
      { state: 'waiting', error: expect.stringContaining('connection refused') },
    ],
  ])('waits for another program before it writes down %s', async (_, before, said, notice) => {
    await home.add(1);
    const { env, close } = await mailServer();
    await close();
    const other = new Database(home.database);
    other.exec(`${before}; begin immediate`);
    const result = await home.spawn('notify --watch', {
      env,
      async onStart(process) {
        await process.says(/Waiting for another program/);
        other.exec('rollback');
        await process.says(said);
        process.kill('SIGTERM');
      },
    });
    other.close();
    expect(result.code).toBe(143);
    expect(await home.listed()).toMatchObject([notice]);
  });

  it('is alone: a second one waits, a command is refused, and the second takes over', async () => {
    const { env, received } = await mailServer();
    let first: Running | undefined;
    const running = home.spawn('notify --watch', { env, onStart: process => (first = process) });
    await home.add(1);
    await first!.says(/1 sent/);
    let second: Running | undefined;
    const waiting = home.spawn('notify --watch', { env, onStart: process => (second = process) });
    await second!.says(/waiting for it to end/);
    expect(await home.roster('notify', { env })).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('Another roster notify is sending'),
    });
    first!.kill('SIGKILL');
    expect(await running).toMatchObject({ signal: 'SIGKILL' });
    await home.ok(`add ${names[1]} --role Agent --yes`);
    await second!.says(/1 sent/);
    second!.kill('SIGTERM');
    expect(await waiting).toMatchObject({ code: 143, stdout: '1 sent\n' });
    expect(received).toHaveLength(2);
  });
});
