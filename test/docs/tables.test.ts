import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../terminal/driver.ts';
import { withTables } from './tables.ts';

// npm run docs writes them.
it.each(['keys', 'commands', 'zoom'] as const)('docs/%s.md has them as they are in the code', async name => {
  const page = join(root, 'docs', `${name}.md`);
  await expect(withTables[name](readFileSync(page, 'utf8'))).toMatchFileSnapshot(page);
});
