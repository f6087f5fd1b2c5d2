// Runs the built program in this process and says on stderr what the modules it ran are made of: which of the words given in
// LOOK_FOR stand in them, and for which scripts V8 did not take the code that was stored at build time.
import { readFileSync } from 'node:fs';
import { scriptLoader } from '../../source/scripts.js';

const folder = new URL('../../dist/scripts/', import.meta.url);
const words = JSON.parse(process.env.LOOK_FOR);
const found = new Set();
const compiled = [];
const require = scriptLoader(folder.href, {
  onScript(path, { cachedDataRejected }) {
    if (cachedDataRejected !== false) compiled.push(path);
  },
  onModule(module) {
    const text = String(module);
    for (const word of words) if (text.includes(word)) found.add(word);
  },
});
const [, first] = /require2?\("(\.\/main-[^"]+)"\)/.exec(
  readFileSync(new URL('../roster.js', folder), 'utf8'),
);
await require(first).main(process.argv.slice(2), process);
process.stderr.write(JSON.stringify({ found: [...found], compiled }));
