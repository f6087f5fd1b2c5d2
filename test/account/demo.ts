import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * `npm run demo:account`: a roster that is connected to a made-up account, which changes now and then. With words behind `--` a
 * command on that roster instead of its screen: `npm run demo:account -- diff`.
 */
const program = fileURLToPath(new URL('../../dist/roster.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'roster-account-'));
// A thread of its own: this one waits for the program.
const account = new Worker(new URL('start.ts', import.meta.url), {
  argv: ['--users', '400', '--edits', '3000'],
  stdout: true,
});
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
// A program on the same terminal hears them, too, and ends by itself.
process.on('SIGINT', () => {});

const [line] = await account.stdout.take(1).toArray();
const { url, account_id, client_id, client_secret } = JSON.parse(String(line)) as Record<string, string>;
const env = {
  ...process.env,
  ROSTER_DB: join(folder, 'roster.db'),
  ROSTER_ZOOM_URL: url,
  ROSTER_ZOOM_ACCOUNT_ID: account_id,
  ROSTER_ZOOM_CLIENT_ID: client_id,
  ROSTER_ZOOM_CLIENT_SECRET: client_secret,
};
const roster = (...args: string[]) =>
  spawnSync(process.execPath, [program, ...args], { env, stdio: 'inherit' }).status ?? 1;

roster('init', '--account', 'Acme Support', '--licenses', '500');
roster('account', 'connect');
process.exitCode = roster(...process.argv.slice(2));
await account.terminate();
