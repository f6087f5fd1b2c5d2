import { beforeAll, expect, test } from 'vitest';
import { makeHome } from './run.ts';

const { roster, ok, file } = makeHome();

const maria =
  'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIBwC2HgP7sBo+Zz6Lw9lD0U7Xo3S2v3o1cZcZrWb5n3q maria@laptop\n';
const jonas = maria.replace('IBwC', 'IBwD').replace('maria', 'jonas');
const [type = '', blob = '', comment = ''] = maria.trim().split(' ');

const operators = async () => JSON.parse(await ok('operator list --format json'));
const keysOf = async (name: string) =>
  (await operators()).find(({ operator_name }: { operator_name: string }) => operator_name === name)?.keys;

beforeAll(async () => {
  await ok('init --account Acme');
});

test('an operator is added with a key, which lists, JSON and history show', async () => {
  const set = JSON.parse(
    await ok(`operator add maria --role Admin --key ${file('maria.pub', maria)} --format json`),
  );
  const [key] = await keysOf('maria');
  expect(key).toEqual({
    type,
    blob,
    fingerprint: expect.stringMatching(/^SHA256:[\w+/]{43}$/),
    comment,
    added_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
  });
  expect(set.catalog[0].fields.keys).toEqual({ before: null, after: [key] });
  expect(await ok('operator list')).toContain(`${key.fingerprint} maria@laptop`);
  expect(await ok(`history --show ${set.id}`)).toContain(`${key.fingerprint} maria@laptop`);
});

test('keys come from standard input, and go by fingerprint or all together; undo brings them back', async () => {
  const [first] = await keysOf('maria');
  await ok('operator edit maria --key -', { input: jonas });
  const both = await keysOf('maria');
  expect(both).toHaveLength(2);
  expect(await ok(`operator edit maria --remove-key ${first.fingerprint} --dry-run`)).toContain(
    first.fingerprint,
  );
  await ok(`operator edit maria --remove-key ${first.fingerprint}`);
  expect(await keysOf('maria')).toEqual([both[1]]);
  await ok('operator edit maria --remove-key all');
  expect(await keysOf('maria')).toEqual([]);
  await ok('undo --yes');
  await ok('undo --yes');
  expect(await keysOf('maria')).toEqual(both);
  await ok('operator remove maria --yes');
  expect(await keysOf('maria')).toBeUndefined();
  await ok('undo --yes');
  expect(await keysOf('maria')).toEqual(both);
});

test('a key is one operator’s, whoever asks for it', async () => {
  const { code, stderr } = await roster('operator add jonas --role Admin --key -', { input: jonas });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^SHA256:\S+ is a key of maria already; a key is one operator's\.\n/);
});

test('what is no public key is refused with a sentence that never repeats it', async () => {
  const secret = 'c2VjcmV0IHNlY3JldA';
  const key = file(
    'id_ed25519',
    `-----BEGIN OPENSSH PRIVATE KEY-----\n${secret}\n-----END OPENSSH PRIVATE KEY-----\n`,
  );
  const before = await operators();
  const refused: [args: string, input: string, sentence: string][] = [
    [`--key ${key}`, '', `${key} is a private key`],
    ['--key -', `restrict ${maria}`, 'Standard input, line 1: Nothing may stand before the key'],
    ['--key -', `${secret}`, 'No public key in OpenSSH'],
    ['--key -', '', 'Standard input has no public key in it'],
    ['--key -', maria.repeat(4000), 'too long for public keys'],
    ['--key nowhere.pub', '', "Can't read nowhere.pub: there is no such file or folder."],
    ['--key /', '', "Can't read /: that is a folder."],
    ['--remove-key SHA256:none', '', 'There is no key SHA256:none.'],
  ];
  for (const [args, input, sentence] of refused) {
    const { code, stdout, stderr } = await roster(`operator edit maria ${args}`, { input });
    expect({ args, code, stdout }).toEqual({ args, code: 1, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).not.toContain(secret);
  }
  expect(await operators()).toEqual(before);
});
