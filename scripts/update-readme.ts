// Brings what is generated up to date: the README's key table and the picture of the screen.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from './draw-picture.ts';
import { withKeyTable } from './key-table.ts';

const root = join(import.meta.dirname, '..');
const readme = join(root, 'README.md');
writeFileSync(readme, withKeyTable(readFileSync(readme, 'utf8')));
writeFileSync(join(root, 'picture.svg'), await drawPicture());
