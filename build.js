// Bundles the program into dist/: run by `npm ci` (prepare), `npm run build` and `npm test`.
import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });

const options = { outdir: 'dist', bundle: true, platform: 'node', format: 'esm' };

// The entry is plain old JavaScript, because an older Node starts it, too.
await build({
  ...options,
  entryPoints: { roster: 'source/entry.js' },
  target: 'node18',
  external: ['./cli.js'],
});
await build({
  ...options,
  entryPoints: { cli: 'source/cli.ts', reader: 'source/reader.js' },
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  target: 'node22',
  jsx: 'automatic',
  legalComments: 'none',
  define: {
    'process.env.NODE_ENV': '"production"',
    // The thread that reads, as seen from the chunk that starts it.
    READER_FILE: '"../reader.js"',
  },
  // It has binaries, which it looks for beside itself.
  external: ['better-sqlite3'],
  // Only development builds of Ink use it.
  alias: { 'react-devtools-core': 'react' },
  // Packages that are no ES modules ask for Node's own with `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
});
await chmod('dist/roster.js', 0o755);

// The manual is made from the same table as the help, so the program itself prints it.
const { stdout } = await promisify(execFile)(process.execPath, ['dist/roster.js', 'man']);
await writeFile('dist/roster.1', stdout);
