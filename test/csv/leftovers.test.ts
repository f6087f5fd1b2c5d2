import { expect, test } from 'vitest';
import { decodeCsv } from '../../source/csv/decode.ts';
import { readPeople } from '../../source/csv/people.ts';
import { readRecords } from '../../source/csv/records.ts';
import { readUserRows } from '../../source/csv/users.ts';
import { all, inChunks } from './chunks.ts';
import { encodeText, textEncodings } from './serialize.ts';

const header = '"Email","First Name","Department"';
const row = '"noor@corp.example","Noor","Care, EMEA"';
const bom = '\uFEFF';

/** Lines and cells of a text, the same however it is cut to pieces. */
async function records(text: string) {
  const found = await all(readRecords(decodeCsv(inChunks(Buffer.from(text)))));
  for (const size of [1, 2, 3, 7])
    expect(await all(readRecords(decodeCsv(inChunks(Buffer.from(text), size))))).toEqual(found);
  return found.map(each => ('problem' in each ? each.problem.code : [each.line, ...each.cells]));
}

const cells = ['noor@corp.example', 'Noor', 'Care, EMEA'];
const names = ['Email', 'First Name', 'Department'];

test.each([
  ['a type line', `#TYPE System.Management.Automation.PSCustomObject\r\n${header}\r\n${row}\r\n`, 2],
  ['a quoted type line', `"#TYPE Selected.User"\r\n${header}\r\n${row}\r\n`, 2],
  ['a version line', `version:v1.0\r\n${header}\r\n${row}\r\n`, 2],
  ['a version line that went through a spreadsheet', `version:v1.0,,\r\n${header}\r\n${row}\r\n`, 2],
  ['a remark', `# made on Monday, by hand\n${header}\n${row}\n`, 2],
  ['all of them', `${bom}sep=,\r\n\r\n#TYPE X\r\nversion:v1.0\r\n${header}\r\n${row}\r\n`, 5],
  ['two byte order marks', `${bom}${bom}${header}\r\n${row}\r\n`, 1],
  ['three, and a type line', `${bom}${bom}${bom}#TYPE X\n${bom}${header}\n${row}\n`, 2],
  ['Ctrl-Z on a line of its own', `${header}\r\n${row}\r\n\u001A`, 1],
  ['Ctrl-Z behind the last row, padded', `${header}\r\n${row}\u001A\u001A\u001A`, 1],
  [
    'spaces around quotes',
    ` "Email", "First Name" ,  "Department" \n"noor@corp.example", "Noor" , "Care, EMEA"\n`,
    1,
  ],
  ['spaces around some quotes', `Email,First Name, "Department"\nnoor@corp.example,Noor, "Care, EMEA"\n`, 1],
])('%s', async (_, text, line) => {
  expect(await records(text)).toEqual([
    [line, ...names],
    [line + 1, ...cells],
  ]);
});

test('a quote within spaces may hold quotes, separators and line breaks', async () => {
  expect(await records('a,b,c\n1, "x ""y"", z\n2" , 3\n')).toEqual([
    [1, 'a', 'b', 'c'],
    [2, '1', 'x "y", z\n2', ' 3'],
  ]);
  expect(await records('a;b\n "1; 2";3\n')).toEqual([
    [1, 'a', 'b'],
    [2, '1; 2', '3'],
  ]);
});

test('Ctrl-Z and byte order marks elsewhere are part of the cell', async () => {
  expect(await records(`a,b\n1,x\u001Ay\n2,${bom}z\n`)).toEqual([
    [1, 'a', 'b'],
    [2, '1', 'x\u001Ay'],
    [3, '2', `${bom}z`],
  ]);
});

test('a column that is called # is no remark', async () => {
  expect(await records('#,Email\n1,noor@corp.example\n')).toHaveLength(2);
  expect(await records('#Email,First Name\nnoor@corp.example,Noor\n')).toHaveLength(2);
});

test.each(textEncodings)('files put together are read as one: %s', async encoding => {
  const one = `${bom}#TYPE X\r\nEmail,First Name\r\nnoor@corp.example,Noor\r\n\u001A`;
  const two = `${bom}#TYPE X\r\nemail,First name,\r\npaul@corp.example,Paul\r\n`;
  const rows = await all(readPeople(inChunks(encodeText(one + two, encoding))));
  expect(rows).toMatchObject([
    { person: { line: 3, user_email: 'noor@corp.example', first_name: 'Noor' } },
    { person: { line: 6, user_email: 'paul@corp.example', first_name: 'Paul' } },
  ]);
});

test('another header ends the reading, because nothing below it is what the first header says', async () => {
  const text =
    'Email,First Name,Last Name\na@corp.example,Noor,Haddad\nEmail,Last Name,First Name\nb@corp.example,Okafor,Paul\n';
  expect(await all(readPeople(inChunks(Buffer.from(text))))).toMatchObject([
    { person: { line: 2 } },
    { problem: { code: 'other_header', line: 3, fatal: true } },
  ]);
  const users =
    'user_email,role_name,team\na@corp.example,Agent,\nuser_email,team,role_name\nb@corp.example,,Agent\n';
  expect(await readUserRows(inChunks(Buffer.from(users)))).toMatchObject({
    rows: [{ line: 2 }],
    problems: [{ code: 'other_header', line: 3 }],
  });
});

test('users: lines of tools and repeated headers are no rows', async () => {
  const text =
    '#TYPE X\nuser_email,role_name\na@corp.example, "Agent"\nuser_email,role_name\nb@corp.example,Agent\n';
  const { rows, problems } = await readUserRows(inChunks(Buffer.from(text)));
  expect(problems).toEqual([]);
  expect(rows).toMatchObject([
    { line: 3, user_email: 'a@corp.example', edits: [{ text: 'Agent' }] },
    { line: 5, user_email: 'b@corp.example' },
  ]);
});

test.each([
  ['%PDF-1.7', 'a PDF'],
  ['<!DOCTYPE html>', 'a web page or XML'],
  ['[{"primaryEmail": "x"}]', 'JSON'],
  [`${bom}{"users": []}`, 'JSON'],
  ['\x1f\x8b\x08\x00', 'compressed (gzip)'],
])('%j is said to be what it is', async (text, what) => {
  const bytes = text.startsWith('\x1f') ? Buffer.from(text, 'latin1') : Buffer.from(text);
  const [problem] = await all(readPeople(inChunks(bytes)));
  expect(problem).toMatchObject({ problem: { code: 'invalid_encoding', fatal: true } });
  expect((problem as { problem: { message: string } }).problem.message).toContain(
    `The file is ${what}, not CSV.`,
  );
});
