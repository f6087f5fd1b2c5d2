/**
 * A `require` for the scripts that the program is bundled into, beside each other in `folder` (a file URL that ends with a
 * slash). Beside a script lies the code that V8 made of it at build time, so that it need not be compiled again; without it
 * all goes as well, only later. `onScript` hears of each script.
 */
export function scriptLoader(folder, onScript) {
  // An import of these evaluates all they have, streams included; an older Node, which parses this file, has no such thing.
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const { createRequire } = process.getBuiltinModule('node:module');
  const { dirname } = process.getBuiltinModule('node:path');
  const { fileURLToPath } = process.getBuiltinModule('node:url');
  const { Script } = process.getBuiltinModule('node:vm');
  const native = createRequire(folder);
  const loaded = new Map();

  function require(id) {
    if (!id.startsWith('./')) return native(id);
    const known = loaded.get(id);
    if (known) return known.exports;
    const url = new URL(id, folder);
    const path = fileURLToPath(url);
    const module = { exports: {} };
    loaded.set(id, module);
    // The bundler writes ASCII only; as Latin-1 it need not be decoded.
    const script = new Script(readFileSync(path, 'latin1'), { filename: path, cachedData: readCode(path) });
    onScript?.(path, script);
    script.runInThisContext()(require, module, module.exports, dirname(path), url.href);
    return module.exports;
  }
  require.resolve = native.resolve;

  /**
   * Code as it lies beside a script: twice, one behind the other. V8 runs damaged code without a look and crashes; comparing
   * the halves is a check that takes no time.
   */
  function readCode(path) {
    try {
      const both = readFileSync(codePath(path));
      const code = both.subarray(0, both.length / 2);
      return code.equals(both.subarray(both.length / 2)) ? code : undefined;
    } catch {
      return undefined;
    }
  }

  return require;
}

/** What a script begins and ends with: it is a function of what it may use. */
export const scriptFrame = ['(function (require, module, exports, __dirname, scriptUrl) {', '\n})'];

/** Where the code of a script lies that this version of Node made. */
export function codePath(path) {
  return `${path}.${process.version}-${process.platform}-${process.arch}.code`;
}
