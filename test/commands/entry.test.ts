import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome, program } from './run.ts';

/** A Node that is too old for the program: the one of the long run, or of this machine, if it has one. */
function findOldNode(): string | null {
  const ofLongRun = join(import.meta.dirname, '../all/nodes/node_modules/too-old/bin');
  const folders = [ofLongRun, '/usr/local/bin', '/usr/bin', '/opt/node20/bin'];
  const candidates = folders.map(folder => join(folder, 'node')).filter(path => existsSync(path));
  return candidates.find(path => majorOf(path) < 22) ?? null;
}

function majorOf(node: string): number {
  return Number.parseInt(execFileSync(node, ['--version'], { encoding: 'utf8' }).slice(1), 10);
}

const oldNode = findOldNode();
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
  expect(stderr).toMatch(/^roster needs Node 22 or newer, and this is v\d+\.\d+\.\d+\. .*\n$/);
});
