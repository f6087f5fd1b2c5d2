import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, transform } from 'esbuild';
import { scriptFrame } from '../../source/scripts.js';
import { leanPackages } from './lean-packages.js';

/** What is loaded together lies together, because every file costs a start: for every call, for
 * what commander reads, for commands, for the screen. */
const together = [
  ['source/cli.ts'],
  ['source/commands/program.ts'],
  ['source/commands/list.ts'],
  ['source/commands/screen.ts', 'source/commands/open-screen.ts'],
];

/**
 * Bundles the program into scripts in `folder`, split so that a start loads what it needs and hardly more. Returns what the
 * loader calls the first module.
 */
export async function bundle(folder) {
  const { outputFiles, metafile } = await build({
    entryPoints: { main: 'source/cli.ts' },
    outdir: folder,
    entryNames: '[name]-[hash]',
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
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const modules = new Map(
    Object.entries(metafile.outputs).map(([path, output]) => [
      basename(path),
      { name: basename(path), ...output },
    ]),
  );
  const scripts = grouped(modules);
  const ids = new Map(
    scripts.flatMap(({ file, names }) => names.map(name => [name, `./${file}#${name.replace('.js', '')}`])),
  );
  await mkdir(folder, { recursive: true });
  for (const { file, names } of scripts) {
    const parts = await Promise.all(names.map(name => asFunction(texts.get(name), name, ids)));
    await writeFile(join(folder, file), scriptFrame(parts));
  }
  return ids.get(entryOf(modules, 'source/cli.ts').name);
}

/** Which modules are written into which script. A script is called by its content, so that no other's code is taken for its. */
function grouped(modules) {
  const left = new Set(modules.keys());
  const take = names => names.filter(name => left.delete(name));
  const groups = together.map(sources =>
    take([...new Set(sources.flatMap(source => [...reach(modules, entryOf(modules, source).name)]))]),
  );
  const single = [...left].map(name => [name]);
  return [...groups, ...single].map(names => {
    const hash = createHash('sha256').update(names.join()).digest('hex').slice(0, 12);
    return { file: `${names.at(-1).split('-')[0]}-${hash}.cjs`, names };
  });
}

function entryOf(modules, source) {
  return [...modules.values()].find(({ entryPoint }) => entryPoint === source);
}

/** A module and all that it imports as soon as it is loaded, what is imported first. */
function reach(modules, name, found = new Set()) {
  if (found.has(name)) return found;
  for (const { path, kind } of modules.get(name).imports)
    if (kind === 'import-statement' && modules.has(basename(path))) reach(modules, basename(path), found);
  return found.add(name);
}

/** A module as a function in a script: esbuild splits only modules, and V8 takes stored code only for scripts. */
async function asFunction(text, name, ids) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    supported: { 'dynamic-import': false },
    minifyWhitespace: true,
    minifySyntax: true,
    define: { 'import.meta.url': 'scriptUrl' },
  });
  const linked = code.replaceAll(
    /\brequire\("\.\/([\w-]+\.js)"\)/g,
    (_, other) => `require("${ids.get(other)}")`,
  );
  return { name: name.replace('.js', ''), code: linked };
}
