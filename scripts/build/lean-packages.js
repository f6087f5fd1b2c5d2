import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const own = name => fileURLToPath(import.meta.resolve(name));

/**
 * An esbuild plugin: packages without what they do at every start and we never or rarely need. What they answer stays the
 * same. Each change names the text it replaces, and a version of the package without that text fails the build.
 */
export const leanPackages = {
  name: 'lean-packages',
  setup(build) {
    const change = (filter, ...changes) =>
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [old, replacement] of changes) contents = replaced(path, contents, old, replacement);
        return { contents, loader: 'js' };
      });

    // Its patterns and a segmenter take 14 ms to make, that of all emoji 8 of them; hardly any text needs them.
    change(
      /\/string-width\/index\.js$/,
      [emoji, lazyPattern],
      [/(?<=^import .*\n)(?!import)[\s\S]*/m, lazyBody],
    );
    const segmenting =
      /\/(wrap-ansi\/index|slice-ansi\/tokenize-ansi|ansi-tokenize\/build\/tokenize|ink\/build\/line-update)\.js$/;
    change(segmenting, [segmenter, lazySegmenter]);
    // Ink brings versions of its own: two measures that disagree about one emoji shift the rest of a row.
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: own('string-width') }));

    // It looks for its binaries beside itself, and to ask Node where it lies takes 2 ms.
    change(
      /\/better-sqlite3\/lib\/binding\.js$/,
      [/__dirname/g, () => 'betterSqlite3'],
      [/^/, () => betterSqlite3],
    );

    // Commander starts processes where commands are programs of their own; ours are not, and the module takes 4 ms.
    change(/\/commander\/lib\/command\.js$/, [
      "import childProcess from 'node:child_process';",
      () =>
        "const childProcess = { spawn: (...args) => process.getBuiltinModule('node:child_process').spawn(...args) };",
    ]);

    // Ink looks for its devtools with a top-level await, which scripts can't have.
    build.onLoad({ filter: /\/ink\/build\/reconciler\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const plain = replaced(path, text, /process\.env\['DEV'\] === 'true'/g, () => 'false');
      const { code } = await transform(plain, { minifySyntax: true, format: 'esm' });
      return { contents: code, loader: 'js' };
    });

    // Yoga reads its own code through `fetch`, for which Node loads 40 ms and 15 MB of network client.
    build.onLoad({ filter: /\/yoga-layout\/dist\/src\/index\.js$/ }, () => ({
      contents: yoga,
      resolveDir: fileURLToPath(new URL('.', import.meta.resolve('yoga-layout'))),
    }));
    build.onResolve({ filter: /^yoga\.wasm$/ }, () => ({ path: 'yoga.wasm', namespace: 'yoga' }));
    build.onLoad({ filter: /./, namespace: 'yoga' }, async () => {
      const text = await readFile(
        new URL('../binaries/yoga-wasm-base64-esm.js', import.meta.resolve('yoga-layout')),
        'utf8',
      );
      const [, base64] = /data:application\/octet-stream;base64,([\w+/=]+)/.exec(text) ?? [];
      if (!base64) throw new Error('yoga-layout keeps its WebAssembly elsewhere now');
      return { contents: Buffer.from(base64, 'base64'), loader: 'binary' };
    });
    change(/\/yoga-wasm-base64-esm\.js$/, [
      /data:application\/octet-stream;base64,[\w+/=]+/,
      () => 'yoga.wasm',
    ]);

    // Conf checks schemas with Ajv where it is given one; ours are zod's.
    build.onResolve({ filter: /^ajv(-formats|\/dist\/2020\.js)$/ }, () => ({
      path: 'ajv',
      namespace: 'none',
    }));
    // Only development builds of Ink use it.
    build.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'devtools', namespace: 'none' }));
    build.onLoad({ filter: /./, namespace: 'none' }, ({ path }) => ({
      contents: `const none = class { constructor() { throw new Error('${path} is left out'); } };
        export { none as default, none as Ajv2020 };`,
    }));
  },
};

const emoji = /^const emojiPrefixRegex = (\/.*\\p\{RGI_Emoji\}.*\/v);$/m;
const segmenter = /^const (\w+) = (new Intl\.Segmenter\(.*\));$/m;

/** Every emoji of the pattern begins with a character that is one by itself, digits included. */
function lazyPattern(_, pattern) {
  return `
    let allEmoji;
    const maybe = text => (/^\\p{Emoji}/v.test(text) ? (allEmoji ??= ${pattern}) : null);
    const emojiPrefixRegex = {
      test: text => maybe(text)?.test(text) ?? false,
      exec: text => maybe(text)?.exec(text) ?? null,
    };`;
}

/** The module as it is, made when it is called first. */
function lazyBody(body) {
  const inner = body.replace('export default function', 'return function');
  return `let made; const make = () => {${inner}}; export default (...args) => (made ??= make())(...args);`;
}

function lazySegmenter(_, name, made) {
  return `let ${name}Made; const ${name} = { segment: text => (${name}Made ??= ${made}).segment(text) };`;
}

const betterSqlite3 = `
  const near = require('path').join(__dirname, '../../node_modules/better-sqlite3/lib');
  const betterSqlite3 = require('fs').existsSync(near) ? near : require('path').dirname(require.resolve('better-sqlite3'));`;

const yoga = `
  import load from '../binaries/yoga-wasm-base64-esm.js';
  import wrapAssembly from './wrapAssembly.js';
  import bytes from 'yoga.wasm';
  const assembly = {
    instantiateWasm(imports, receive) {
      receive(new WebAssembly.Instance(new WebAssembly.Module(bytes), imports));
      return {};
    },
  };
  load(assembly);
  export default wrapAssembly(assembly);
  export * from './generated/YGEnums.js';`;

function replaced(path, text, old, replacement) {
  const result = text.replace(old, replacement);
  if (result === text)
    throw new Error(`${path} is made in another way now: look at scripts/build/lean-packages.js`);
  return result;
}
