import { expect, it } from 'vitest';
import { pastedEmails } from '../../source/roster/pasted-emails.ts';

it.each([
  ['ana@acme.example\nbruno@acme.example\r\n', ['ana@acme.example', 'bruno@acme.example']],
  [
    'ana@acme.example, bruno@acme.example;cem@acme.example',
    ['ana@acme.example', 'bruno@acme.example', 'cem@acme.example'],
  ],
  ['Ana Silva <ana@acme.example>', ['ana@acme.example']],
  ['"Silva, Ana" <ana@acme.example>; mailto:bruno@acme.example', ['ana@acme.example', 'bruno@acme.example']],
  ['ana@acme.example ANA@ACME.EXAMPLE', ['ana@acme.example']],
  ['Write to ana@acme.example.', ['ana@acme.example']],
  ['josé@acme.example jose@acme.example', ['josé@acme.example', 'jose@acme.example']],
])('finds the addresses of %j', (text, emails) => {
  expect(pastedEmails(text).emails).toEqual(emails);
});

it('names the lines without one', () => {
  expect(pastedEmails('ana@acme.example\n\nAna Silva\n  ')).toEqual({
    emails: ['ana@acme.example'],
    unreadable: ['Ana Silva'],
  });
});
