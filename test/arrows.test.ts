import { describe, expect, it } from 'vitest';
import { arrows, circles, importsOf, roomOf, sourceFiles, wrongImports } from './arrows.ts';

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
    ['a value', 'source/app/state.ts', "import { openRoster } from '../../db/open.ts';"],
    ['a type', 'source/roster/user.ts', "import type { Db } from '../../db/sqlite/dialect.ts';"],
    ['several lines', 'source/keys/layers.ts', "import {\n  a,\n  b,\n} from '../app/state.ts';"],
    ['what is passed on', 'source/csv/write.ts', "export { a } from '../session/run.ts';"],
    ['everything', 'source/csv/write.ts', "export * from '../session/run.ts';"],
    ['the painter', 'source/app/state.ts', "import { paint } from '../terminal/painter.ts';"],
    ['for the effect', 'source/components/line.tsx', "import '../app/state.ts';"],
    ['lazily', 'source/cli.ts', "const { run } = await import('./app/state.ts');"],
    ['SQL outside db', 'source/session/run.ts', "import { sql } from 'kysely';"],
    ['a screen, from the app', 'source/app/state.ts', "import type { A } from '../screens/user/state.ts';"],
    ['inside of a screen', 'source/app/layers.ts', "import { a } from '../screens/user/reducer.ts';"],
    ['another screen', 'source/screens/user/reducer.ts', "import { move } from '../roster/move.ts';"],
    ['its state', 'source/screens/form/text/layer.ts', "import type { A } from '../../user/state.ts';"],
    ['a room above, in db', 'db/sqlite/search/list.ts', "import { readUsers } from '../../users/users.ts';"],
    ['a room beside, in db', 'db/people/people.ts', "import type { A } from '../outbox/outbox.ts';"],
    ['from the tests', 'source/session/run.ts', "import { crowd } from '../../test/db/crowd.ts';"],
  ])('fails on a planted wrong import: %s', (_, path, text) => {
    expect(wrongImports({ path, text: `const a = 1;\n${text}\n` })).toHaveLength(1);
  });

  it.each([
    ['source/screens/roster/rows.ts', "import type { Row } from '../../roster/row.ts';"],
    ['source/app/state.ts', "import { escape } from '../terminal/escape.ts';"],
    ['source/app/layers.ts', "import { textLayer } from '../screens/form/text/layer.ts';"],
    ['source/screens/form/text/layer.ts', "import type { TextLayer } from '../state.ts';"],
    ['source/cli.ts', "const { run } = await import('./commands/program.ts');"],
    ['db/users/window.ts', "import { listingOf } from '../sqlite/search/list.ts';"],
    [
      'db/open.ts',
      "import Database from 'better-sqlite3';\nimport { fold } from '../source/roster/text/fold.ts';",
    ],
  ])('lets the right ones be: %s', (path, text) => {
    expect(importsOf(text).length).toBeGreaterThan(0);
    expect(wrongImports({ path, text })).toEqual([]);
  });
});

describe('who needs whom before they run', () => {
  it('goes in no circle', () => {
    expect(circles(program)).toEqual([]);
  });

  it('fails on a planted circle, and lets types and lazy imports be', () => {
    const one = (text: string) => circles([...program, { path: 'source/app/one.ts', text }]);
    const state = (text: string) =>
      program.map(file => (file.path === 'source/app/state.ts' ? { ...file, text } : file));
    expect(one("import { layers } from './layers.ts';")).toEqual([]);
    expect(circles(state("import { layers } from './layers.ts';"))).not.toEqual([]);
    expect(circles(state("import type { Layer } from './layers.ts';"))).toEqual([]);
    expect(circles(state("const later = () => import('./layers.ts');"))).toEqual([]);
  });
});

it('no file is longer than 300 lines', () => {
  const long = sourceFiles(root, ['source', 'db', 'test'])
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});
