// Draws the README's picture anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawPicture } from './draw-picture.ts';

writeFileSync(join(import.meta.dirname, '..', 'picture.svg'), await drawPicture());
