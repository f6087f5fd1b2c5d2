import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forcedCommand } from '../../source/operator/forced-command.ts';
import { whole } from '../whole.ts';

const key = 'SHA256:JPO+RBouxdDh6Ie0MhgQfS01KDmeN+5ecE1gNoKMvTM';

/** The command as sshd reads it: up to the next quotation mark, and only from such a mark it takes a backslash off. */
function readBySshd(line: string): { before: string; command: string; after: string } {
  const at = line.indexOf('"') + 1;
  let command = '';
  let index = at;
  for (; line[index] !== '"' && index < line.length; index++) {
    if (line[index] === '\\' && line[index + 1] === '"') index++;
    command += line[index];
  }
  return { before: line.slice(0, at), command, after: line.slice(index) };
}

it('is plain where nothing has to be quoted', () => {
  const session = { db: '/var/lib/roster/roster.db', operator_id: 3, key };
  expect(forcedCommand(['/usr/bin/node', '/opt/roster/dist/roster.js'], session)).toBe(
    `restrict,pty,command="exec /usr/bin/node /opt/roster/dist/roster.js session --db /var/lib/roster/roster.db --operator 3 --key ${key}"`,
  );
});

it('comes through sshd and the shell as it was, whatever the paths are called', () => {
  const letters = 'ab/ \'"\\$`;|&<>*~(){}[]!#%\t\u00e9';
  const path = fc.string({ unit: fc.constantFrom(...letters) }).map(text => `/${text}`);
  const all = `/${letters}`;
  fc.assert(
    fc.property(path, path, (entry, db) => {
      // In the place of Node, something that prints its arguments.
      const line = forcedCommand(['/usr/bin/printf', '%s\\0', entry], { db, operator_id: 3, key });
      const { before, command, after } = readBySshd(line);
      expect([before, after]).toEqual(['restrict,pty,command="', '"']);
      const shown = execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' });
      const words = [entry, 'session', '--db', db, '--operator', '3', '--key', key];
      expect(shown.split('\0').slice(0, -1)).toEqual(words);
    }),
    { numRuns: whole ? 100 : 15, examples: [[all, all]] },
  );
});

it('is refused for a path that sshd has no way to write down', () => {
  expect(() => forcedCommand(['/usr/bin/node'], { db: '/a\nb', operator_id: 3, key })).toThrow('line break');
});
