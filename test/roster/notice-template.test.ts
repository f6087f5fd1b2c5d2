import { expect, it } from 'vitest';
import { retryDelay } from '../../source/roster/plan/notice.ts';
import { readTemplate, writeTemplate } from '../../source/roster/plan/notice-template.ts';
import { defaultNotice, fillNotice } from '../../source/roster/plan/notice-text.ts';

const values = { name: 'Ana', account: 'Acme', role: 'Agent', email: 'ana@acme.example' };

it('a template is read as it is written', () => {
  expect(readTemplate(writeTemplate(defaultNotice))).toEqual({ template: defaultNotice });
  expect(readTemplate('\uFEFFsubject:  Hi {name} \r\n\r\nYou are {role}.\r\n\r\n')).toEqual({
    template: { subject: 'Hi {name}', text: 'You are {role}.\n' },
  });
});

it('what is wrong with a template is told by name', () => {
  const problems: [string, RegExp[]][] = [
    ['', [/first line/]],
    ['Hello', [/first line/]],
    ['Subject: x\nno blank line', [/first line/]],
    ['Subject:\n\ntext', [/subject is empty/]],
    ['Subject: x\n\n \n', [/text is empty/]],
    ['Subject: {nmae}\n\n{role} {} {Role} {nmae}', [/\{nmae\}; there are \{name\}/, /\{\}/, /\{Role\}/]],
    ['Subject: a\u001b[2J\n\ntext', [/control characters/]],
    ['Subject: a\n\ntext\u0000', [/control characters/]],
    [`Subject: ${'x'.repeat(201)}\n\n${'y'.repeat(20_001)}`, [/201 characters/, /at most 20000/]],
  ];
  for (const [written, messages] of problems)
    expect(readTemplate(written), written.slice(0, 40)).toEqual({
      problems: messages.map(message => expect.stringMatching(message)),
    });
});

it('placeholders are filled in once, and names stay on one line', () => {
  const template = { subject: '{account}: {name}', text: '{name} {name}\n{{role}} {email} { not one }' };
  expect(fillNotice(template, values)).toEqual({
    subject: 'Acme: Ana',
    text: 'Ana Ana\n{Agent} ana@acme.example { not one }',
  });
  const evil = { ...values, name: '{role}\r\nBcc: x', account: '$& $1' };
  expect(fillNotice(template, evil)).toMatchObject({
    subject: '$& $1: {role} Bcc: x',
    text: expect.stringMatching(/^\{role\} Bcc: x \{role\} Bcc: x\n/),
  });
});

it('waits 1, 2, 4 … minutes, at most an hour', () => {
  expect([1, 2, 3, 6, 7, 8, 1000].map(attempts => retryDelay(attempts) / 60_000)).toEqual([
    1, 2, 4, 32, 60, 60, 60,
  ]);
});
