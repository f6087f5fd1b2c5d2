import { statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeHome } from './run.ts';

test('init makes a roster that only its owner can read, and leaves an existing one alone', async () => {
  const { roster, database } = makeHome();
  const made = await roster('init --account "Acme Support" --licenses 500 --licenses premium=20');
  expect(made).toMatchObject({ code: 0, stdout: '' });
  expect(made.stderr).toBe(
    `Made ${database}; ${userInfo().username} owns it. Next: roster people import FILE.csv\n`,
  );
  expect(statSync(database).mode & 0o777).toBe(0o600);
  expect(statSync(dirname(database)).mode & 0o777).toBe(0o700);
  const again = await roster('init --account Other');
  expect(again).toMatchObject({ code: 1, stdout: '' });
  expect(again.stderr).toBe(
    `${database} exists already; it was left as it is. Name another with --db FILE.\n`,
  );
});

test('without a roster every command says how to make one', async () => {
  const { roster, database, home } = makeHome();
  for (const args of ['list', 'undo', 'people import nobody.csv']) {
    const { code, stdout, stderr } = await roster(args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`No roster at ${database}. Make one: roster init`);
  }
  const elsewhere = await roster('list', { env: { ROSTER_DB: join(home, 'a.db') } });
  expect(elsewhere.stderr).toContain(`No roster at ${join(home, 'a.db')}.`);
  const told = await roster(`list --db ${join(home, 'b.db')}`, { env: { ROSTER_DB: join(home, 'a.db') } });
  expect(told.stderr).toContain(`No roster at ${join(home, 'b.db')}.`);
});

test('init names what is wrong with its options', async () => {
  const { roster } = makeHome();
  const wrong = {
    init: "Required option '--account <name>' not specified",
    'init --account A --plan basic': 'Basic does not include Contact Center',
    'init --account A --plan gold': 'Choose one of: pro, business, education.',
    'init --account A --licenses gold=5': '--licenses takes a number or PACKAGE=NUMBER, not "gold=5"',
    'init --account " "': '--account: A name is needed.',
    'init --account "(clear)"': '"(clear)" empties a field and can be no name.',
    'init --account "\u200b\u202e"': 'has nothing in it that can be seen.',
    'init --account "A\u009bB"': 'has control characters in it; take them out.',
    [`init --account ${'A'.repeat(151)}`]: 'The name has 151 characters; at most 150 are allowed.',
  };
  for (const [args, message] of Object.entries(wrong)) {
    const { code, stderr } = await roster(args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  }
});
