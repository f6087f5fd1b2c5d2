// Runs the built program as it is usually run, in one process, and stores the code that V8 made of it meanwhile.
import { writeFileSync } from 'node:fs';
import { PassThrough, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { codePath, scriptLoader } from '../../source/scripts.js';

const scripts = new Map();
const require = scriptLoader(new URL('../../dist/scripts/', import.meta.url).href, {
  onScript: (path, script) => scripts.set(path, script),
});
const { main } = require(process.argv[2]);

const terminal = { isTTY: true, columns: 120, rows: 40, setRawMode() {}, ref() {}, unref() {} };
const keys = Object.assign(new PassThrough(), terminal);
let shown = '';
const output = Object.assign(
  new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      shown += chunk;
      done();
    },
  }),
  terminal,
);
const io = { stdin: keys, stdout: output, stderr: process.stderr, env: process.env, cwd: process.cwd };

for (const words of [
  'list --limit 20 --format json',
  'list --search a --limit 20',
  'history --limit 5',
  'queue list',
  'edit --where search=silva --status inactive --dry-run',
  'complete edit --add-queue b',
  '--version',
])
  await ended(words.split(' '));
const screen = main([], io);
await until(() => shown.includes('@acme.example'));
// Moving the cursor, searching, and a filter that the settings remember.
for (const key of ['j', 'k', '/', 'a', 'n', '\r', 's', '\x1b[B']) {
  keys.write(key);
  await sleep(50);
}
await sleep(700);
keys.write('q');
if ((await screen) !== 0) throw new Error('the screen did not end well');

// The screen sets these, and V8 takes code only with the settings that it was stored with.
for (const flag of [
  'heap-growing-percent=0',
  'semi-space-growth-factor=2',
  'memory-reducer-gc-count=2',
  'turbofan',
])
  setFlagsFromString(`--${flag}`);
for (const [path, script] of scripts) {
  const code = script.createCachedData();
  // Twice: see scripts.js.
  writeFileSync(codePath(path), Buffer.concat([code, code]));
}

async function ended(args) {
  const code = await main(args, io);
  if (code !== 0) throw new Error(`roster ${args.join(' ')} ended with ${code}`);
}

async function until(holds) {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > 10_000) throw new Error('the screen did not open');
    await sleep(10);
  }
}
