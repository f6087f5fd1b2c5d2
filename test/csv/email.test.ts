import { expect, test } from 'vitest';
import { isEmail } from '../../source/csv/email.ts';
import { SeenKeys } from '../../source/csv/seen-keys.ts';
import { emailKey } from '../../source/roster/users/email-key.ts';

test.each([
  'ana@example.com',
  "o'brien+x@mail.example.co.uk",
  'root@localhost',
  'a..b@docomo.example',
  'user_outlook.com#EXT#@tenant.onmicrosoft.example',
  'юля@пример.рф',
  '太郎@例え.jp',
  'x@1.example',
  `${'l'.repeat(64)}@x.example`,
])('%s is an address', text => expect(isEmail(text)).toBe(true));

test.each([
  '',
  'ana',
  '@example.com',
  'ana@',
  'a@b@c',
  'a b@example.com',
  'Ana <ana@example.com>',
  'a@x.example; b@x.example',
  'a@x.example,',
  'ana@example..com',
  'ana@.example.com',
  'ana@example.com.',
  'ana@exam ple.com',
  'a\u200b@example.com',
  'a\u001b@example.com',
  `${'l'.repeat(65)}@x.example`,
  `a@${'x.'.repeat(130)}example`,
])('%j is none', text => expect(isEmail(text)).toBe(false));

test('300,000 addresses are told apart, and found again in any case', () => {
  const seen = new SeenKeys();
  const email = (number: number) => `Person.${number}@${number % 3 ? 'x' : 'y'}.example`;
  let wrong = 0;
  for (let number = 0; number < 300_000; number++)
    if (seen.firstLine(emailKey(email(number)), number + 2)) wrong++;
  for (let number = 0; number < 300_000; number += 7) {
    if (seen.firstLine(emailKey(email(number).toUpperCase()), 9) !== number + 2) wrong++;
  }
  expect(wrong).toBe(0);
});
