import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { tooOldNode } from '../other-nodes.ts';
import { makeHome, program } from './run.ts';

const oldNode = tooOldNode();
const old = oldNode ?? process.execPath;

test.skipIf(!oldNode)(
  'started by an older Node it runs under the clone’s own: same output, same exit code',
  async () => {
    const { spawn } = makeHome();
    const command = [old, program] as const;
    expect(await spawn('init --account Acme', { command })).toMatchObject({ code: 0 });
    expect(await spawn('queue add Billing', { command })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Billing'),
    });
    expect(
      await spawn('people import - --format json', { command, input: 'Email\na@x.example\n' }),
    ).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"added": 1'),
    });
    expect(await spawn('list --nope', { command })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("'--nope'"),
    });
  },
);

test.skipIf(!oldNode).each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)(
  'an older Node hands %s on and ends by it',
  async signal => {
    const { spawn } = makeHome();
    await spawn('init --account Acme');
    // Standard input stays open, so that the import waits for more.
    const ended = await spawn('people import -', {
      command: [old, program],
      input: 'Email\nbad\ngood@x.example\n',
      stayOpen: true,
      async onStart(process) {
        await process.says(/^line 2/m);
        process.kill(signal);
      },
    });
    expect(ended).toMatchObject({ code: null, signal, stdout: '' });
  },
);

test.skipIf(!oldNode)('where no newer Node is to be found, one line says what is needed', async () => {
  const { spawn, home } = makeHome();
  const dist = join(home, 'elsewhere', 'dist');
  mkdirSync(dist, { recursive: true });
  cpSync(program, join(dist, 'roster.js'));
  writeFileSync(join(dirname(dist), 'package.json'), '{"type":"module"}');
  const { code, stdout, stderr } = await spawn('list', { command: [old, join(dist, 'roster.js')] });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^roster needs Node 22\.14 or newer, and this is v\d+\.\d+\.\d+\. .*\n$/);
});
