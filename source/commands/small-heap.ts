import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** The first version of Node whose V8 has Maglev, its quick optimizing compiler, at work. */
const withMaglev = 24;

/**
 * Has V8 collect garbage before it asks the system for more memory: many screens are open on one host, for days. By itself it
 * lets a heap of 15 MB grow to 150 first, because it reckons by what is left after a first collection, and that comes late; so
 * this is the first one, and gives back the 14 MB that the start took for what is young. It takes 30 ms. What is loaded after
 * it is compiled anew: the code stored at build time was made without such settings. Nor does it collect again and again
 * while nobody does anything.
 *
 * Not by --optimize-for-size: with that, a collection forgets the shapes of objects that are not there at the moment, throws
 * away the fast code that knew them, and the next frame is drawn by the interpreter.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=30');
  keepGarbageSmall();
  setFlagsFromString('--memory-reducer-gc-count=0');
  // Its code would be a little faster after thousands of frames; making it takes 5 MB, and unmaking it whole frames.
  if (Number.parseInt(process.versions.node, 10) >= withMaglev) setFlagsFromString('--no-turbofan');
  setFlagsFromString('--expose-gc');
  const collect: (how: object) => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/**
 * Has V8 collect what is young while that is little: of work that makes much and keeps nothing it lets 100 MB pile up
 * otherwise, and gains nothing by it.
 */
export function keepGarbageSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
