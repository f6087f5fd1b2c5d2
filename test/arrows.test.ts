import { describe, expect, it } from 'vitest';
import { arrows, importsOf, roomOf, sourceFiles, wrongImports } from './arrows.ts';

const root = new URL('..', import.meta.url).pathname;
const program = sourceFiles(root, ['source', 'db']);

describe('who may import whom', () => {
  it('holds in every file', () => {
    expect(program.length).toBeGreaterThan(40);
    expect(program.flatMap(wrongImports)).toEqual([]);
  });

  it('knows every room', () => {
    const rooms = new Set(program.map(file => roomOf(file.path)));
    expect([...rooms].filter(room => !(room && room in arrows))).toEqual([]);
  });

  it.each([
    ['a value', 'source/screens/app.ts', "import { openRoster } from '../../db/open.ts';"],
    ['a type', 'source/roster/user.ts', "import type { Db } from '../../db/dialect.ts';"],
    ['several lines', 'source/keys/layers.ts', "import {\n  a,\n  b,\n} from '../screens/app.ts';"],
    ['what is passed on', 'source/csv/write.ts', "export { a } from '../session/run.ts';"],
    ['everything', 'source/csv/write.ts', "export * from '../session/run.ts';"],
    ['the painter', 'source/screens/app.ts', "import { paint } from '../terminal/painter.ts';"],
    ['for the effect', 'source/components/line.tsx', "import '../screens/app.ts';"],
    ['lazily', 'source/cli.ts', "const { run } = await import('./screens/app.ts');"],
    ['SQL outside db', 'source/session/run.ts', "import { sql } from 'kysely';"],
    ['from the tests', 'source/session/run.ts', "import { crowd } from '../../test/db/crowd.ts';"],
  ])('fails on a planted wrong import: %s', (_, path, text) => {
    expect(wrongImports({ path, text: `const a = 1;\n${text}\n` })).toHaveLength(1);
  });

  it.each([
    ['source/screens/roster/rows.ts', "import type { Row } from '../../roster/row.ts';"],
    ['source/screens/app.ts', "import { escape } from '../terminal/escape.ts';"],
    ['source/cli.ts', "const { run } = await import('./commands/program.ts');"],
    [
      'db/open.ts',
      "import Database from 'better-sqlite3';\nimport { fold } from '../source/roster/fold.ts';",
    ],
  ])('lets the right ones be: %s', (path, text) => {
    expect(importsOf(text).length).toBeGreaterThan(0);
    expect(wrongImports({ path, text })).toEqual([]);
  });
});

it('no file is longer than 300 lines', () => {
  const long = sourceFiles(root, ['source', 'db', 'test'])
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});
