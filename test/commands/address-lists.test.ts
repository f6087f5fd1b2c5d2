import { beforeAll, expect, test } from 'vitest';
import { encodeText } from '../csv/serialize.ts';
import { makeHome } from './run.ts';

let home: ReturnType<typeof makeHome>;
beforeAll(async () => {
  home = makeHome();
  await home.ok('init --account Corp --licenses 10');
  const people = ['noor', 'paul', "o'neil"].map(name => `${name}@corp.example,${name}`);
  await home.ok('people import -', { input: `Email,First Name\n${people.join('\n')}\n` });
});

/** Whom `add -` would add. */
async function added(input: string | Uint8Array): Promise<string[]> {
  const { stdout } = await home.roster('add - --role Agent --dry-run --format json', { input });
  return (JSON.parse(stdout).changes as { user_email: string }[]).map(change => change.user_email).sort();
}

const both = ['noor@corp.example', 'paul@corp.example'];

test.each([
  ['one a line', 'noor@corp.example\npaul@corp.example\n'],
  ['of a mail program', 'Noor H. <noor@corp.example>; "Okafor, Paul" <paul@corp.example>,\r\n'],
  ['with commas, semicolons and tabs', 'noor@corp.example,\tpaul@corp.example;'],
  ['quoted', `"noor@corp.example"\r'paul@corp.example'\r`],
  ['in UTF-16', encodeText('noor@corp.example\r\npaul@corp.example\r\n', 'utf-16le-bom')],
  ['with two marks and Ctrl-Z', '\uFEFF\uFEFFnoor@corp.example\r\npaul@corp.example\r\n\u001A'],
])('a list %s', async (_, input) => {
  expect(await added(input)).toEqual(both);
});

test('the same is read from the command line, by every command that takes addresses', async () => {
  await home.call([
    'add',
    'Noor H. <noor@corp.example>; paul@corp.example',
    "<o'neil@corp.example>",
    '--role',
    'Agent',
  ]);
  const named = ['Noor H. <noor@corp.example>'];
  expect((await home.call(['show', ...named])).stdout).toContain('noor@corp.example');
  expect((await home.call(['history', ...named])).stdout).toContain('Add');
  expect((await home.call(['export', ...named])).stdout).toContain('noor@corp.example');
  const edited = await home.call([
    'edit',
    "o'neil@corp.example,",
    ...named,
    '--status',
    'inactive',
    '--format',
    'json',
  ]);
  expect(JSON.parse(edited.stdout).changes).toHaveLength(2);
  const removed = await home.roster('remove - --yes --format json', {
    input: 'Noor H. <noor@corp.example>;',
  });
  expect(JSON.parse(removed.stdout).changes).toMatchObject([{ user_email: 'noor@corp.example' }]);
});

test('what names nobody is told, and nothing is done', async () => {
  for (const input of ['noor@corp.example\nPaul Okafor\n', 'noor@corp.example\npaul@corp.example@x\n']) {
    const { code, stderr } = await home.roster('add - --role Agent', { input });
    expect(code).toBe(1);
    expect(stderr).toContain(input.split('\n')[1]);
  }
  expect((await home.call(['show', ''])).stderr).not.toBe('\n');
  const latin = await home.roster('add - --role Agent', {
    input: Buffer.from('j\xfcrgen@corp.example', 'latin1'),
  });
  expect(latin.stderr).toContain('not UTF-8 text');
});
