// Runs the built program in this process and says on stderr which of its scripts were loaded, and for which of them V8 took
// the code that was stored at build time.
import { readdirSync } from 'node:fs';
import { scriptLoader } from '../../source/scripts.js';

const folder = new URL('../../dist/scripts/', import.meta.url);
const scripts = [];
const require = scriptLoader(folder.href, (path, { cachedDataRejected }) =>
  scripts.push({ path, stored: cachedDataRejected === false }),
);
const main = readdirSync(folder).find(name => /^main-.*\.cjs$/.test(name));
await require(`./${main}`).main(process.argv.slice(2));
process.stderr.write(JSON.stringify(scripts));
