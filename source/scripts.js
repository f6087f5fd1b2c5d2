/**
 * A `require` for the modules that the program is bundled into: `./FILE#NAME` is a function in a script in `folder` (a file URL
 * that ends with a slash). Beside a script lies the code that V8 made of it at build time, so that it need not be compiled
 * again; without it all goes as well, only later. `onScript` hears of each script, `onModule` of each module that is run.
 */
export function scriptLoader(folder, { onScript, onModule } = {}) {
  // An import of these evaluates all they have, streams included; an older Node, which parses this file, has no such thing.
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const { createRequire } = process.getBuiltinModule('node:module');
  const { dirname } = process.getBuiltinModule('node:path');
  const { fileURLToPath } = process.getBuiltinModule('node:url');
  const { Script } = process.getBuiltinModule('node:vm');
  const native = createRequire(folder);
  const scripts = new Map();
  const modules = new Map();

  function require(id) {
    if (!id.startsWith('./')) return native(id);
    const known = modules.get(id);
    if (known) return known.exports;
    const [file, name] = id.split('#');
    const script = scripts.get(file) ?? load(file);
    const module = { exports: {} };
    modules.set(id, module);
    onModule?.(script.functions[name]);
    script.functions[name](require, module, module.exports, script.folder, script.url);
    return module.exports;
  }
  require.resolve = native.resolve;

  function load(file) {
    const { href: url } = new URL(file, folder);
    const path = fileURLToPath(url);
    // The bundler leaves what stands in regular expressions as it is: letters of all languages.
    const script = new Script(readFileSync(path, 'utf8'), { filename: path, cachedData: readCode(path) });
    onScript?.(path, script);
    const loaded = { functions: script.runInThisContext(), folder: dirname(path), url };
    scripts.set(file, loaded);
    return loaded;
  }

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

/** The text of a script: an object of functions, one for each module, of what a module may use. */
export function scriptFrame(modules) {
  const parameters = 'require, module, exports, __dirname, scriptUrl';
  const functions = modules.map(({ name, code }) => `${JSON.stringify(name)}(${parameters}) {${code}\n}`);
  return `({${functions.join(',\n')}})`;
}

/** Where the code of a script lies that this version of Node made. */
export function codePath(path) {
  return `${path}.${process.version}-${process.platform}-${process.arch}.code`;
}
