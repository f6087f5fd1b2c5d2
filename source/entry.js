#!/usr/bin/env node
// Old Node versions parse this file, too: better-sqlite3 would crash them, so the version is looked at first.
import { isatty } from 'node:tty';
import { keepCompiledCode } from './compile-cache.js';
import { isNewEnough, oldestNode } from './node-version.js';

const terminals = [0, 1, 2].filter(isatty);
// Node 20 and 22 put the terminal back as they end, and abort where it is gone: a dropped line is an end by SIGHUP instead.
process.on('beforeExit', () => {
  if (terminals.some(terminal => !isatty(terminal))) endBy('SIGHUP');
});

if (isNewEnough(process.versions.node)) {
  await keepCompiledCode();
  const { main } = await import('./cli.js');
  process.exitCode = await main(process.argv.slice(2), process);
} else {
  const node = await findNode();
  if (node) await runWith(node);
  else {
    const name = `roster needs Node ${oldestNode} or newer, and this is ${process.version}.`;
    process.stderr.write(
      `${name} Install a newer one from https://nodejs.org, or run npm ci in the clone of roster.\n`,
    );
    process.exitCode = 2;
  }
}

/** Ends this process as `signal` does where nobody listens. */
function endBy(signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** The Node that the clone brings along as an npm package, or null. */
async function findNode() {
  const { existsSync } = await import('node:fs');
  const { dirname, join } = await import('node:path');
  const { fileURLToPath } = await import('node:url');
  const candidates = [fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))];
  try {
    // npm may have put it further up.
    const { createRequire } = await import('node:module');
    const found = createRequire(import.meta.url).resolve('node/package.json');
    candidates.push(join(dirname(found), 'bin', 'node'));
  } catch {
    // Not installed.
  }
  return candidates.find(candidate => existsSync(candidate)) ?? null;
}

/** Runs the program under `node` in place of this process: same terminal, same signals, same end. */
async function runWith(node) {
  const { spawn } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const program = [...process.execArgv, fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(node, program, { stdio: 'inherit' });
  const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGCONT'];
  const forward = signal => child.kill(signal);
  for (const signal of forwarded) process.on(signal, forward);
  child.on('error', error => {
    process.stderr.write(`Can't run ${node}: ${error.message}. Run npm ci in the clone of roster.\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const name of forwarded) process.off(name, forward);
    if (signal) endBy(signal);
    else process.exitCode = code ?? 1;
  });
}
