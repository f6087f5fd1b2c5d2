import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has V8 collect garbage before it asks the system for more memory: many screens are open on one host, for days. By itself it
 * lets a heap of 15 MB grow to 150 first, because it reckons by what is left after a first collection, and that comes late; so
 * this is the first one, and takes 15 ms. What is loaded after it is compiled anew: the code stored at build time was made
 * without such a setting. Nor does it collect again and again while nobody does anything.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--memory-reducer-gc-count=0');
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  collect();
}

/**
 * Has V8 collect what is young while that is little: of work that makes much and keeps nothing it lets 100 MB pile up
 * otherwise, and gains nothing by it.
 */
export function keepGarbageSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
