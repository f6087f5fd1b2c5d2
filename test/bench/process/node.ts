import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../terminal/driver.ts';

const own = join(root, 'node_modules', 'node', 'bin', 'node');

/** The Node that the clone brings along; without it, the one that runs this. */
export const node = existsSync(own) ? own : process.execPath;

/** The built program. */
export const entry = join(root, 'dist', 'roster.js');
