import { expect, test } from 'vitest';
import { commandTable } from '../../source/commands/shell/table.ts';
import { makeHome, pretendIo } from './run.ts';

const { roster } = makeHome();

test.each(commandTable.map(entry => [entry.name, entry]))(
  'the help of %s ends with two examples',
  async (name, entry) => {
    const { code, stdout, stderr } = await roster(`${name} --help`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.trimEnd().split('\n').slice(-3)).toEqual([
      'Examples:',
      ...entry.examples.map(example => `  $ roster ${example}`),
    ]);
    expect(stdout).toContain('--db <file>');
    expect(stdout.match(/--plain/g)).toHaveLength(1);
    expect(stdout.includes('--dry-run')).toBe(entry.changes === true || name === 'people import');
  },
);

test('every example can be parsed', async () => {
  const { makeProgram } = await import('../../source/commands/shell/program.ts');
  const parsed: string[] = [];
  for (const { name, examples } of commandTable)
    for (const example of examples) {
      const words = Array.from(
        example.replace(/ [<>].*/, '').matchAll(/"([^"]*)"|[^\s"]+/g),
        ([all, quoted]) => quoted ?? all,
      );
      const program = makeProgram(pretendIo({}), async entry => void parsed.push(entry.name));
      await program.parseAsync(words, { from: 'user' });
      expect(parsed.at(-1), example).toBe(name);
    }
});

test('wrong usage exits 2 with a sentence and where to find help', async () => {
  const wrong = {
    lsit: "Unknown command 'lsit'\n(Did you mean list?)\nHelp: roster --help\n",
    'list --serach x': "Unknown option '--serach'\n(Did you mean --search?)\nHelp: roster list --help\n",
    'list --limit many': '--limit: "many" is no whole number.\nHelp: roster list --help\n',
    'list --status away':
      "Option '--status <status>' argument 'away' is invalid. Choose one of: active, inactive.\nHelp: roster list --help\n",
    show: "Missing required argument 'email'\nHelp: roster show --help\n",
  };
  for (const [args, stderr] of Object.entries(wrong))
    expect(await roster(args)).toMatchObject({ code: 2, stdout: '', stderr });
});

test('off a terminal the screen names the commands that do the same', async () => {
  for (const args of ['', '--plain', 'demo']) {
    const { code, stdout, stderr } = await roster(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('roster list');
  }
});

test('the version is printed', async () => {
  expect(await roster('--version')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^roster \d+\.\d+\.\d+\n$/),
  });
});
