import { expect, test } from 'vitest';
import { makeHome } from './run.ts';

test('the built program folds the letters of all languages as its source says', async () => {
  const { ok } = makeHome();
  await ok('init --account Acme --licenses 10');
  await ok('people import -', {
    input: 'Email,Display Name\na@x.example,Zofia Łódzka\nb@x.example,Søren Groß\n',
  });
  await ok('add a@x.example b@x.example --role Agent');
  for (const [typed, email] of [
    ['lodzka', 'a@x.example'],
    ['soren gross', 'b@x.example'],
  ] as const) {
    const found = JSON.parse(await ok(`list --format json --search "${typed}"`));
    expect(found.map((user: { user_email: string }) => user.user_email)).toEqual([email]);
  }
});
