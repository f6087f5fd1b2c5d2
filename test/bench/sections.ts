import type { Section } from './section.ts';
import { account } from './sections/account.ts';
import { building } from './sections/building.ts';
import { bytes } from './sections/bytes.ts';
import { everybody } from './sections/everybody.ts';
import { held } from './sections/held.ts';
import { memory } from './sections/memory.ts';
import { moving } from './sections/moving.ts';
import { pushes } from './sections/pushes.ts';
import { queries } from './sections/queries.ts';
import { search } from './sections/search.ts';
import { start } from './sections/start.ts';
import { writing } from './sections/writing.ts';

/** In the order of the table. */
export const sections: readonly Section[] = [
  start,
  search,
  queries,
  moving,
  held,
  bytes,
  memory,
  writing,
  everybody,
  building,
  account,
  pushes,
];
