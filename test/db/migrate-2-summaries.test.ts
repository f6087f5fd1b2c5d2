import { expect, it } from 'vitest';
import { listChangeSets } from '../../db/history/change-sets.ts';
import { openFixture } from './fixture.ts';
import { rosterOfVersionOne } from './version-one.ts';

const set = (id: number, kind: string, summary: string, users: number, undoes = 'null') =>
  `insert into change_sets values (${id}, '2026-01-02T00:00:00.000Z', 1, 'maria', 'local', '${kind}', '${summary}',
    ${users}, ${undoes}, null, '[]', '[]', '[]');`;
const change = (id: number, person: number, name: string, action: string, fields: object) =>
  `insert into changes values (${id}, ${person}, 'p${person}@acme.example', '${name}', '${action}', null,
    '${JSON.stringify(fields)}');`;

const role = { before: { id: 3, name: 'Agent' }, after: { id: 2, name: 'Supervisor' } };
const load = { before: 3, after: 4 };
const added = { role: { before: null, after: { id: 3, name: 'Agent' } } };
const all = Array.from({ length: 101 }, (_, n) => change(7, n, `Person ${n}`, 'update', { role }));

it('says in summaries of version 1 whom and what', async () => {
  const fixture = await openFixture(
    await rosterOfVersionOne(
      [
        set(1, 'import', 'Import: add 3 users', 3),
        set(2, 'add', 'Add 1 user as Agent', 1),
        change(2, 1, 'Ana Silva', 'add', added),
        set(3, 'edit', 'Edit 1 user', 1),
        change(3, 1, 'Ana Silva', 'update', { role, max_agent_load: load }),
        set(4, 'undo', 'Undo 3: change back 1 user', 1, '3'),
        change(4, 1, 'Ana Silva', 'update', { role, max_agent_load: load }),
        set(5, 'remove', 'Remove 3 users', 3),
        ...['Çelik', 'Ana Silva', 'Bo'].map((name, n) => change(5, n, name, 'remove', {})),
        set(6, 'catalog', 'Add the queue Billing', 0),
        set(7, 'edit', 'Make 101 users Supervisor', 101),
        ...all,
      ].join('\n'),
    ),
  );
  const sets = await listChangeSets(fixture.read, {});
  expect(sets.toReversed().map(({ summary }) => summary)).toEqual([
    'Import: add 3 users',
    'Add Ana Silva as Agent',
    'Edit Ana Silva: role, agent load',
    'Undo 3: change back Ana Silva (role, agent load)',
    'Remove Ana Silva and 2 others',
    'Add the queue Billing',
    'Make 101 users Supervisor',
  ]);
  await fixture.close();
});
