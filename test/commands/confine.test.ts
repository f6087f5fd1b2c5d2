import { describe, expect, it } from 'vitest';
import { optionKey } from '../../source/commands/shell/command.ts';
import { runCommand } from '../../source/commands/shell/run-command.ts';
import { commandTable, globalOptions } from '../../source/commands/shell/table.ts';
import { rosterPath } from '../../source/commands/storage/db-path.ts';
import { pretendIo } from './run.ts';

const session = { db: '/srv/roster.db', operator_id: 2, key: 'SHA256:one', sshd: process.ppid };
const over = (env: NodeJS.ProcessEnv = {}) => ({ ...pretendIo({ env }), session });

/** Runs a command of the table without its code: what gets through is "run". */
async function attempt(name: string, args: string[], options: Record<string, unknown>): Promise<unknown> {
  const entry = commandTable.find(candidate => candidate.name === name)!;
  const load = async () => ({ run: async () => 77 });
  return runCommand({ ...entry, load }, { name, arguments: args, options, io: over() }).catch(error => error);
}

const refused = expect.objectContaining({ name: 'Refusal', exitCode: 3, code: 'not_over_ssh' });

const options = commandTable.flatMap(({ name, options = [] }) =>
  [...options, ...globalOptions].map(option => ({ name, option })),
);

describe('over SSH', () => {
  it.each(
    options
      .filter(({ option }) => option.flags.includes('<file>'))
      .map(({ name, option }) => [name, option.flags, option] as const),
  )('%s %s names no file', async (name, flags, { repeats, besidesFile = [] }) => {
    for (const word of ['/etc/passwd', 'users.csv', '', './-', '/dev/stdin', '-']) {
      const outcome = await attempt(name, [], { [optionKey(flags)]: repeats ? ['-', word] : word });
      const standsFor = besidesFile.includes(word) && besidesFile.includes('-');
      const local = commandTable.find(entry => entry.name === name)?.local;
      expect([word, outcome]).toEqual([word, standsFor && !local ? 77 : refused]);
    }
  });

  it('these options are known to name files', () => {
    const named = options.filter(({ option }) => option.flags.includes('<file>'));
    const own = named.filter(({ option }) => !globalOptions.includes(option));
    expect(own.map(({ name, option }) => `${name} ${option.flags.split(' ')[0]}`)).toEqual([
      'demo --keep',
      'add --from',
      'add --result',
      'import --result',
      'operator add --key',
      'operator edit --key',
      'notify --template',
    ]);
  });

  it.each([
    ['import', '-', 77],
    ['import', 'users.csv', refused],
    ['import', '/dev/stdin', refused],
    ['people import', '-', 77],
    ['people import', '../users.csv', refused],
    ['backup', 'b.db', refused],
    ['backup', '-', refused],
    ['restore', 'b.db', refused],
    ['restore', '-', refused],
    ['rescue', 'b.db', refused],
    ['show', '/etc/passwd', 77],
  ])('%s %s', async (name, word, outcome) => {
    expect(await attempt(name, [word], {})).toEqual(outcome);
  });

  it.each(['init', 'demo', 'ssh-keys'])('%s is for the machine itself', async name => {
    expect(await attempt(name, [], {})).toEqual(refused);
  });

  it('nothing is watched, but what waits may be sent and listed', async () => {
    expect(await attempt('notify', [], { watch: true })).toEqual(refused);
    expect(await attempt('notify', [], { template: 'default' })).toBe(77);
    expect(await attempt('notify', [], { list: true })).toBe(77);
  });

  it('there is one roster, wherever the environment or an option may point', () => {
    expect(rosterPath(over({ ROSTER_DB: '/tmp/other.db' }), undefined)).toBe('/srv/roster.db');
    expect(() => rosterPath(over(), '/srv/roster.db')).toThrow(expect.objectContaining({ exitCode: 3 }));
  });
});
