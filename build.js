// Bundles the program into dist/: run by `npm ci` (prepare), `npm run build` and `npm test`.
import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { bundle } from './scripts/build/bundle.js';
import { storeCode } from './scripts/build/store-code.js';

await rm('dist', { recursive: true, force: true });

const main = await bundle('dist/scripts');

// The entry is plain old JavaScript, because an older Node starts it, too.
await build({
  entryPoints: { roster: 'source/entry.js' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node18',
  format: 'esm',
  define: { MAIN: JSON.stringify(main) },
});
await chmod('dist/roster.js', 0o755);

// The manual is made from the same table as the help, so the program itself prints it.
const { stdout } = await promisify(execFile)(process.execPath, ['dist/roster.js', 'man']);
await writeFile('dist/roster.1', stdout);

await storeCode(main);
