import { beforeAll, describe, expect, test } from 'vitest';
import { commandTable, globalOptions } from '../../source/commands/shell/table.ts';
import { makeHome } from './run.ts';

const { roster, ok } = makeHome();

const groups = [...new Set(commandTable.map(({ name }) => name.split(' ')))]
  .filter(words => words.length > 1)
  .map(([group]) => group!);

/** How often an option stands at the beginning of a line. */
function countOf(option: string, text: string): number {
  return text.split('\n').filter(line => line.startsWith(`  ${option} `)).length;
}

test.each(['', 'list ', 'people ', 'account set '])(
  'roster %s--help names each option once',
  async command => {
    const help = await ok(`${command}--help`);
    for (const { flags } of globalOptions)
      expect({ flags, times: countOf(flags, help) }).toEqual({ flags, times: 1 });
  },
);

test.each(['', ...new Set(groups)])('roster %s --help ends with two examples', async group => {
  const help = await ok(`${group} --help`);
  expect(help).toMatch(/\nExamples:\n {2}\$ roster.*\n {2}\$ roster.*\n$/);
});

describe('roster help', () => {
  let commands = '';
  beforeAll(async () => {
    commands = await ok('--help');
  });

  test('is --help', async () => {
    expect(await ok('help')).toBe(commands);
    expect(await ok('help list')).toBe(await ok('list --help'));
    expect(await ok('help people import')).toBe(await ok('people import --help'));
  });

  test.each(['help nope', 'help people nope', 'nope --help'])('roster %s is wrong usage', async args => {
    expect(await roster(args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^Unknown command 'nope'\n/),
    });
  });
});
