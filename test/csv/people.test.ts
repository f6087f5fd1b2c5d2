import { expect, test } from 'vitest';
import { readPeople } from '../../source/csv/people.ts';
import { all, inChunks } from './chunks.ts';

async function read(text: string | Buffer) {
  const rows = await all(readPeople(inChunks(Buffer.from(text))));
  const people = rows.flatMap(row => ('person' in row ? [row.person] : []));
  const problems = rows.flatMap(row => ('problem' in row ? [row.problem] : []));
  return { people, problems };
}

test('blank cells and missing columns are absent, (clear) is an empty text', async () => {
  const { people } = await read('user_email,first_name,department\na@x.example,,(clear)\nb@x.example,Bo\n');
  expect(people).toEqual([
    { line: 2, user_email: 'a@x.example', department: '' },
    { line: 3, user_email: 'b@x.example', first_name: 'Bo' },
  ]);
});

test('texts are trimmed, unfolded, normalized and freed of the formula guard', async () => {
  const { people, problems } = await read(
    'user_email,first_name,last_name,department\n a@x.example ,Zoe\u0308,"\'=A",\' x\nb@x.example,\'t Hooft,"a\n  b","\'\'+1"\n',
  );
  expect(problems).toEqual([]);
  expect(people).toEqual([
    { line: 2, user_email: 'a@x.example', first_name: 'Zo\u00eb', last_name: '=A', department: "' x" },
    { line: 3, user_email: 'b@x.example', first_name: "'t Hooft", last_name: 'a b', department: "'+1" },
  ]);
});

test.each([
  ['Status', 'Active Suspended Archived', ['active', 'inactive', 'inactive']],
  ['accountEnabled', 'True False TRUE', ['active', 'inactive', 'active']],
  ['Block credential', 'True False', ['inactive', 'active']],
  [
    'status',
    'ACTIVE STAGED PROVISIONED SUSPENDED DEPROVISIONED',
    ['active', 'pending', 'pending', 'inactive', 'inactive'],
  ],
  ['status', 'RECOVERY PASSWORD_EXPIRED LOCKED_OUT', ['active', 'active', 'active']],
  ['User Status', 'Active Inactive Pending', ['active', 'inactive', 'pending']],
  ['account_status', 'active inactive pending', ['active', 'inactive', 'pending']],
])('%s: %s', async (column, words, statuses) => {
  const rows = words.split(' ').map((word, index) => `p${index}@x.example,${word}\n`);
  const { people, problems } = await read(`email,${column}\n${rows.join('')}`);
  expect(problems).toEqual([]);
  expect(people.map(person => person.account_status)).toEqual(statuses);
});

test('every problem of a row is named, with line, column and value', async () => {
  const { people, problems } = await read(
    `Email,First Name,Status\nno,${'é'.repeat(65)},Gone,extra\nok@x.example,Ok,Active,\n`,
  );
  expect(people).toHaveLength(1);
  expect(problems.map(({ message: _, ...problem }) => problem)).toEqual([
    { code: 'invalid_email', line: 2, column: 'Email', value: 'no' },
    { code: 'too_long', line: 2, column: 'First Name', value: 'é'.repeat(65) },
    { code: 'unknown_account_status', line: 2, column: 'Status', value: 'Gone' },
    { code: 'too_many_columns', line: 2, value: 'extra' },
  ]);
  expect(problems[1]!.message).toContain('has 65 characters');
  expect(problems[2]!.message).toBe('Unknown account status "Gone". Write active, inactive or pending.');
});

test('lengths are counted in characters', async () => {
  const { people } = await read(
    `email,first_name,display_name\na@x.example,${'𠮷'.repeat(64)},${'𠮷'.repeat(128)}\n`,
  );
  expect(people).toHaveLength(1);
});

test('an address twice names the first line, whatever its case', async () => {
  const { people, problems } = await read('email,dept\nA@x.example,\nb@x.example,\na@X.example,\n');
  expect(people).toHaveLength(2);
  expect(problems).toMatchObject([{ code: 'duplicate_email', line: 4, value: 'a@X.example' }]);
  expect(problems[0]!.message).toContain('on line 2');
});

test('an escape sequence in a name is a problem, and its message is safe to print', async () => {
  const { problems } = await read('email,first_name\na@x.example,A\u001b[31mna\n"b@x.example\u0007",B\n');
  expect(problems).toMatchObject([
    { code: 'control_characters', line: 2, column: 'first_name' },
    { code: 'control_characters', line: 3, column: 'email' },
  ]);
  for (const { message } of problems) expect(message).not.toMatch(/\p{Cc}/u);
});

test('a blank address falls back to the sign-in name', async () => {
  const { people, problems } = await read(
    'userPrincipalName,mail\nup@x.example, \nup2@x.example,m@x.example\n,\nv,w\n,"\u00a0"\n',
  );
  expect(people.map(person => person.user_email)).toEqual(['up@x.example', 'm@x.example']);
  expect(problems).toMatchObject([{ code: 'invalid_email', line: 5, column: 'mail', value: 'w' }]);
});

test('a missing address names its column', async () => {
  const { problems } = await read('first_name,user_email\nAna,\n');
  expect(problems).toMatchObject([{ code: 'missing_email', line: 2, column: 'user_email', value: '' }]);
});

test.each([
  ['', 'empty_file', 1],
  ['\n\n', 'empty_file', 1],
  ['a,b\n1,2\n', 'missing_column', 1],
  ['sep=;\na;b\n1;2\n', 'missing_column', 2],
  ['"email,name\n1,2\n', 'broken_quote', 1],
  [Buffer.from('email,name\na@x.example,Ren\xe9\n', 'latin1'), 'invalid_encoding', 2],
])('%j ends with one fatal problem', async (text, code, line) => {
  const { people, problems } = await read(text);
  expect(people).toEqual([]);
  expect(problems).toMatchObject([{ code, line, fatal: true }]);
});

test('a header alone is no problem', async () => {
  expect(await read('\uFEFFuser_email\r\n')).toEqual({ people: [], problems: [] });
});

test('a broken row does not stop the others', async () => {
  const { people, problems } = await read('email,name\na@x.example,"x" y\nb@x.example,z\n');
  expect(people).toMatchObject([{ line: 3 }]);
  expect(problems).toMatchObject([{ code: 'broken_quote', line: 2 }]);
  expect(problems[0]).not.toHaveProperty('fatal');
});

test('errors of the input are thrown', async () => {
  async function* failing() {
    yield Buffer.from('email\n');
    throw new Error('disk on fire');
  }
  await expect(all(readPeople(failing()))).rejects.toThrow('disk on fire');
});

test('whoever stops reading closes the input', async () => {
  let closed = false;
  async function* endless() {
    try {
      yield Buffer.from('email\n');
      for (let number = 0; ; number++) yield Buffer.from(`p${number}@x.example\n`);
    } finally {
      closed = true;
    }
  }
  for await (const _row of readPeople(endless())) break;
  expect(closed).toBe(true);
});
