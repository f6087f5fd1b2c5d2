import { expect, test } from 'vitest';
import { detectDialect } from '../../source/csv/dialect.ts';

test.each([
  ['a,b,c\n', { separator: ',', start: 0, line: 1 }],
  ['a;b;c\n', { separator: ';', start: 0, line: 1 }],
  ['a\tb\tc\n', { separator: '\t', start: 0, line: 1 }],
  ['user_email\n', { separator: ',', start: 0, line: 1 }],
  ['"a,b,c,d";"e,f"\n1,2,3', { separator: ';', start: 0, line: 1 }],
  ['"a\n,,,""";b;c\n', { separator: ';', start: 0, line: 1 }],
  ['\n\na;b\n', { separator: ';', start: 2, line: 3 }],
  ['sep=;\na,b,c\n', { separator: ';', start: 6, line: 2 }],
  ['"sep=\t"\n\na\n', { separator: '\t', start: 9, line: 3 }],
])('%j', (text, dialect) => expect(detectDialect(text, false)).toEqual(dialect));

test.each([
  '# Id,Email,First name',
  '#\tEmail\tFirst name',
  '# ;E-Mail;Role',
  '"# No","Email","Shoe size","Team lead"',
  '#Type\tEmail',
  '#TYPE\tPrimary email',
  '# Email',
  '#Email',
  '# user_email,role_name',
  '# Login [userPrincipalName] Required\tx',
])('%j is a header', header => {
  expect(detectDialect(`${header}\n1\n`, false)).toMatchObject({ start: 0, line: 1 });
});

test.each([
  '# made on Monday',
  '#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser,,',
  '# Users of Acme, sorted by name, department',
  '#generated',
  '#',
  '# ',
  '"# exported, 2026"',
])('%j stands before one', remark => {
  expect(detectDialect(`${remark}\nEmail,Role\n`, false)).toMatchObject({ line: 2, separator: ',' });
});

test('waits for the end of the header, unless there is no more', () => {
  expect(detectDialect('a;b', false)).toBeUndefined();
  expect(detectDialect('sep=;\na', false)).toBeUndefined();
  expect(detectDialect('', false)).toBeUndefined();
  expect(detectDialect('a;b', true)).toEqual({ separator: ';', start: 0, line: 1 });
  expect(detectDialect('', true)).toEqual({ separator: ',', start: 0, line: 1 });
});

test('does not wait forever for the end of a header', () => {
  expect(detectDialect(`"a;${'b'.repeat(70_000)}`, false)?.separator).toBe(',');
});
