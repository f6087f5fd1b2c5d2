import { expect, it } from 'vitest';
import { pastedEmails } from '../../source/roster/screen/pasted-emails.ts';

it.each([
  ['ana@acme.example\nbruno@acme.example\r\n', ['ana@acme.example', 'bruno@acme.example']],
  [
    'ana@acme.example, bruno@acme.example;cem@acme.example',
    ['ana@acme.example', 'bruno@acme.example', 'cem@acme.example'],
  ],
  ['Ana Silva <ana@acme.example>', ['ana@acme.example']],
  ['"Silva, Ana" <ana@acme.example>; mailto:bruno@acme.example', ['ana@acme.example', 'bruno@acme.example']],
  ['ana@acme.example ANA@ACME.EXAMPLE', ['ana@acme.example']],
  ["o'neil@acme.example, 'ana@acme.example'", ["o'neil@acme.example", 'ana@acme.example']],
  ['\uFEFFana@acme.example；bruno@acme.example\u001A', ['ana@acme.example', 'bruno@acme.example']],
  ['Write to ana@acme.example.', ['ana@acme.example']],
  ['josé@acme.example jose@acme.example', ['josé@acme.example', 'jose@acme.example']],
])('finds the addresses of %j', (text, emails) => {
  expect(pastedEmails(text).emails).toEqual(emails);
});

it('names the lines without one', () => {
  expect(pastedEmails('ana@acme.example\n\nAna Silva\n  ')).toEqual({
    emails: ['ana@acme.example'],
    unreadable: ['Ana Silva'],
    moreUnreadable: 0,
  });
});

it('of several @ in a word takes none, and names the line', () => {
  expect(pastedEmails('ana@acme.example\nbruno@acme.example@cem, dora@acme.example')).toEqual({
    emails: ['ana@acme.example', 'dora@acme.example'],
    unreadable: ['bruno@acme.example@cem, dora@acme.example'],
    moreUnreadable: 0,
  });
});

it('takes no address out of a line with control characters', () => {
  for (const line of [
    'a\u001b[2Jb@acme.example',
    'ana@acme.example\u0000',
    'ana@acme.example\u001Abruno@acme.example',
  ])
    expect(pastedEmails(line)).toMatchObject({ emails: [], unreadable: [line] });
});

it('reads past what is no list', () => {
  const blob = 'QUJD'.repeat(250_000);
  expect(pastedEmails(`${blob} ana@acme.example`).emails).toEqual(['ana@acme.example']);
  expect(pastedEmails(`${blob}ana@acme.example`)).toEqual({
    emails: [],
    unreadable: [blob.slice(0, 320)],
    moreUnreadable: 0,
  });
});

it('takes four times as long for four times as much of it, not sixteen times', () => {
  const processorTime = (length: number) => {
    const text = `x@${'a'.repeat(length)}\n${'.'.repeat(length)}@\n${'@'.repeat(length)}`;
    const before = process.cpuUsage();
    expect(pastedEmails(text).emails).toEqual([]);
    return process.cpuUsage(before).user;
  };
  const least = (length: number) => Math.min(...[1, 2, 3].map(() => processorTime(length)));
  // What is read first is compiled meanwhile.
  processorTime(1_000_000);
  expect(least(8_000_000) / least(2_000_000)).toBeLessThan(12);
});

it('names a hundred lines without one, and counts the others', () => {
  const { unreadable, moreUnreadable } = pastedEmails('Ana Silva\n'.repeat(500_000));
  expect([unreadable.length, moreUnreadable]).toEqual([100, 499_900]);
});
