import { describe, expect, test } from 'vitest';
import { importResult } from '../../source/csv/import-result.ts';
import { fileNotices, readUserRows, rowLimit } from '../../source/csv/users.ts';
import { inChunks } from './chunks.ts';
import { encodeText } from './serialize.ts';

const read = (text: string | Uint8Array, size?: number) =>
  readUserRows(inChunks(typeof text === 'string' ? Buffer.from(text) : text, size));

/** Code, line, column and value of each problem. */
async function faults(text: string | Uint8Array) {
  const { problems } = await read(text);
  return problems.map(({ code, line, column, value }) => ({ code, line, column, value }));
}

describe('rows', () => {
  test('filled cells are edits, blank ones are none, the mark clears', async () => {
    const { rows, problems, ignored } = await read(
      'user_email,role_name,country_iso_code,queues\n' +
        "ana@acme.example,Agent,,\nbruno@acme.example,,(clear),Billing; Sales (supervisor)\n'=x@acme.example, ,\n",
    );
    expect({ problems, ignored }).toEqual({ problems: [], ignored: [] });
    expect(rows).toEqual([
      {
        line: 2,
        user_email: 'ana@acme.example',
        edits: [{ field: 'role', op: 'set', text: 'Agent' }],
      },
      {
        line: 3,
        user_email: 'bruno@acme.example',
        edits: [
          { field: 'country_iso_code', op: 'clear', text: '' },
          { field: 'queues', op: 'set', text: 'Billing; Sales (supervisor)' },
        ],
      },
      { line: 4, user_email: '=x@acme.example', edits: [] },
    ]);
  });

  test('headers are known whatever their case and spaces; what is only shown is left out, and said once', async () => {
    const file = await read('User Email;ROLE-NAME;First_Name;version\nana@acme.example;Agent;Ana;3\n');
    expect(file.rows).toMatchObject([{ edits: [{ field: 'role', text: 'Agent' }] }]);
    expect(file.ignored).toEqual(['First_Name', 'version']);
    expect(fileNotices(file)).toEqual([
      'Columns used: User Email and ROLE-NAME. Not used: First_Name and version.',
    ]);
    expect(fileNotices({ used: [], ignored: [] })).toEqual([]);
  });

  test('a formula guard is taken off, what a spreadsheet writes in UTF-16 is read', async () => {
    const text = `user_email\tdisplay_name\r\nana@acme.example\t'=1+2\r\n`;
    for (const size of [1, 7, 1000]) {
      const { rows } = await read(encodeText(text, 'utf-16le-bom'), size);
      expect(rows).toMatchObject([{ edits: [{ field: 'display_name', text: '=1+2' }] }]);
    }
  });
});

describe('faults', () => {
  test('of the header', async () => {
    expect(await faults('')).toMatchObject([{ code: 'empty_file', line: 1 }]);
    expect(await faults('address,role_name\nana@acme.example,Agent\n')).toMatchObject([
      { code: 'missing_column', line: 1, column: 'user_email', value: 'address, role_name' },
      { code: 'unknown_column', line: 1, column: 'address', value: 'address' },
    ]);
    const { problems, rows } = await read(
      '\nuser_email,role_name,Access level,Role Name,shoe size,hat\na@b,Agent\n',
    );
    expect(problems.map(({ code, line, value }) => [code, line, value])).toEqual([
      ['duplicate_column', 2, 'Role Name'],
      ['unknown_column', 2, 'Access level, shoe size, hat'],
    ]);
    expect(problems[1]?.message).toContain(
      'No columns are called "Access level", "shoe size" and "hat". There are: user_email,',
    );
    expect(rows).toHaveLength(1);
  });

  test('of cells and rows, each with its place', async () => {
    const rows = [
      'user_email,role_name,queues,',
      ',Agent',
      'ana,Agent',
      'a@acme.example,Ag\x1b[31ment',
      'b\x07@acme.example,Agent',
      'c@acme.example,Agent,Billing,,Sales',
      'd@acme.example,Agent,,x',
      'e@acme.example,"Ag"ent',
      'f@acme.example,Agent',
    ];
    expect(await faults(rows.join('\n'))).toEqual([
      { code: 'missing_email', line: 2, column: 'user_email', value: '' },
      { code: 'invalid_email', line: 3, column: 'user_email', value: 'ana' },
      { code: 'control_characters', line: 4, column: 'role_name', value: 'Ag\x1b[31ment' },
      { code: 'control_characters', line: 5, column: 'user_email', value: 'b\x07@acme.example' },
      { code: 'too_many_columns', line: 6, column: undefined, value: 'Sales' },
      { code: 'too_many_columns', line: 7, column: undefined, value: 'x' },
      { code: 'broken_quote', line: 8, column: undefined, value: '"Ag"ent' },
    ]);
    expect((await read(rows.join('\n'))).rows.map(row => row.line)).toEqual([4, 6, 7, 9]);
  });

  test('of the file: its encoding, its length, its size', async () => {
    const broken = Buffer.concat([
      Buffer.from('user_email,role_name\na@acme.example,Agent\nb@acme.example,'),
      Buffer.from([0xe9, 0x0a]),
    ]);
    expect(await faults(broken)).toMatchObject([{ code: 'invalid_encoding', line: 3 }]);
    const many = `user_email\n${Array.from({ length: rowLimit + 5 }, (_, n) => `p${n}@acme.example\n`).join('')}`;
    const { rows, problems } = await read(many);
    expect(rows).toHaveLength(rowLimit);
    expect(problems).toMatchObject([{ code: 'too_many_rows', line: rowLimit + 2, value: '10001' }]);
    const wrong = await faults(`user_email,role_name\n${'"p@acme.example,"Agent\n'.repeat(rowLimit + 5)}`);
    expect(wrong).toHaveLength(rowLimit + 1);
    expect(wrong.at(-1)).toMatchObject({ code: 'too_many_rows', line: rowLimit + 2 });
    async function* endless() {
      yield Buffer.from('user_email,role_name\n');
      // Fewer of these than may be read are larger than may be read.
      const row = Buffer.from(`a@acme.example,${'x'.repeat(8_000)}\n`);
      for (;;) yield row;
    }
    expect((await readUserRows(endless())).problems).toMatchObject([{ code: 'file_too_large' }]);
  });
});

test('the result has a row for each of the file, which can be read again', async () => {
  const file = await read(
    "user_email,action,role_name\nana@acme.example,added,Agent\nBRUNO@acme.example,,\nx,,'=1\nd@acme.example,,Agent\n",
  );
  const change = { person_id: 1, user_name: '', version: null, fields: {} };
  const set = {
    changes: [
      { ...change, user_email: 'Ana@acme.example', action: 'add' as const },
      { ...change, user_email: 'd@acme.example', action: 'update' as const },
    ],
    problems: [...file.problems, { code: 'licenses_missing', message: '1 license missing.' }],
  };
  const { columns, rows } = importResult(file, set, { written: false });
  expect(columns).toEqual(['user_email', 'action', 'line', 'problem', 'role_name']);
  expect(rows).toEqual([
    ['ana@acme.example', 'would be added', '2', '', 'Agent'],
    ['BRUNO@acme.example', 'unchanged', '3', '', ''],
    ['x', 'refused', '4', expect.stringMatching(/^user_email: "x" is not an e-mail address/), '=1'],
    ['d@acme.example', 'would be updated', '5', '', 'Agent'],
  ]);
  expect(importResult(file, { ...set, problems: [] }, { written: true }).rows.map(row => row[1])).toEqual([
    'added',
    'unchanged',
    'unchanged',
    'updated',
  ]);
});
