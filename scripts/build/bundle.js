import { mkdir, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { build, transform } from 'esbuild';
import { scriptFrame } from '../../source/scripts.js';
import { leanPackages } from './lean-packages.js';

/**
 * Bundles the program into scripts in `folder`, split so that a start loads what it needs and no more. Returns the name of the
 * first one.
 */
export async function bundle(folder) {
  const { outputFiles, metafile } = await build({
    entryPoints: { main: 'source/cli.ts' },
    outdir: folder,
    entryNames: '[name]-[hash]',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    jsx: 'automatic',
    legalComments: 'none',
    plugins: [leanPackages],
    define: { 'process.env.NODE_ENV': '"production"' },
    // better-sqlite3 is asked where it lies.
    logOverride: { 'require-resolve-not-external': 'silent' },
  });
  await mkdir(folder, { recursive: true });
  for (const { path, text } of outputFiles) await writeFile(path, await asScript(text));
  const [main] = Object.entries(metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint === 'source/cli.ts',
  );
  return basename(main);
}

/** A module as a script: esbuild splits only modules, and V8 takes stored code only for scripts. */
async function asScript(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    minifySyntax: true,
    define: { 'import.meta.url': 'scriptUrl' },
  });
  const [begin, end] = scriptFrame;
  return begin + code + end;
}
