// Bundles the program into dist/: run by `npm ci` (prepare), `npm run build` and `npm test`.
import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { lazyWidths } from './scripts/lazy-widths.js';

await rm('dist', { recursive: true, force: true });

await build({
  entryPoints: { main: 'source/cli.ts' },
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  splitting: true,
  minify: true,
  keepNames: true,
  legalComments: 'none',
  jsx: 'automatic',
  // Native code can't be bundled.
  external: ['better-sqlite3'],
  plugins: [lazyWidths],
  // Ink loads its devtools when process.env.DEV says so, and the bundle would die looking for them.
  alias: { 'react-devtools-core': './source/terminal/no-devtools.ts' },
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"' },
  // Some CommonJS parts of the dependencies call require for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});

// The entry is plain old JavaScript, because an older Node starts it, too.
await build({
  entryPoints: { roster: 'source/entry.js' },
  outdir: 'dist',
  platform: 'node',
  target: 'node18',
  format: 'esm',
  bundle: false,
  define: { 'process.env.NODE_ENV': '"production"' },
});
await chmod('dist/roster.js', 0o755);

// The manual is made from the same table as the help, so the program itself prints it.
const { stdout } = await promisify(execFile)(process.execPath, ['dist/roster.js', 'man']);
await writeFile('dist/roster.1', stdout);
