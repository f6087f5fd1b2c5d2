import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { makeHome, program } from '../commands/run.ts';
import { demoFile } from '../flows/fixture.ts';
import { root, startProgram } from '../terminal/driver.ts';

/** Lets the kernel say of every file that it is on NFS. */
const pretending = [
  ...['-f', '-qqq', '--seccomp-bpf', '-o', '/dev/null'],
  ...['-e', 'trace=statfs', '-e', 'inject=statfs:poke_exit=@arg2=6969000000000000'],
];

const canPretend = (() => {
  try {
    const type = execFileSync('strace', [...pretending, 'stat', '-f', '-c', '%t', '/'], { encoding: 'utf8' });
    return type === '6969\n';
  } catch {
    return false;
  }
})();
const skipped = canPretend ? '' : ' (skipped: it takes strace)';

it.skipIf(!canPretend)(`a command warns of a network file system once, and works${skipped}`, async () => {
  const home = makeHome();
  const command = ['strace', ...pretending, process.execPath, program] as const;
  await home.ok('init --account Acme');
  const warned = await home.spawn('queue add Billing', { command });
  expect(warned).toMatchObject({
    code: 0,
    stdout: 'Add the queue Billing: done, change set 1\n',
    stderr: `${home.database} is on a network file system (NFS), where locks may fail. Use it from one host only, or move it to a local disk.\n`,
  });
  expect(await home.spawn('queue list --quiet', { command })).toMatchObject({ code: 0, stderr: '' });
});

it.skipIf(!canPretend)(`the screen warns once, and works${skipped}`, async () => {
  const path = await demoFile();
  const p = startProgram([...pretending, process.execPath, `${root}/dist/roster.js`, '--db', path], {
    file: 'strace',
    columns: 120,
    rows: 40,
  });
  try {
    await p.waitFor('is on a network file system (NFS)');
    await p.press('j');
    await p.waitGone('network file system');
    await p.waitFor('row 2 of 500');
    await p.press('q');
    expect(await p.exit()).toMatchObject({ code: 0 });
  } finally {
    await p.close();
  }
});
