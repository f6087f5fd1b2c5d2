import { beforeAll, describe, expect, test } from 'vitest';
import { commandTable } from '../../source/commands/shell/table.ts';
import { makeDemoHome } from './demo-home.ts';
import { startShell } from './interactive-shell.ts';
import { makeHome } from './run.ts';

let home: Awaited<ReturnType<typeof makeDemoHome>>;
beforeAll(async () => {
  home = await makeDemoHome();
});

/** What the last word may become, without the descriptions. */
async function completions(args: string): Promise<string[]> {
  const { stdout, stderr, code } = await home.roster(`complete ${args}`);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  return stdout.split('\n').flatMap(line => line.split('\t')[0] || []);
}

describe('complete', () => {
  test('commands and options, by the table', async () => {
    const commands = await completions('""');
    expect(commands).toEqual([...new Set(commandTable.map(({ name }) => name.split(' ')[0]))]);
    expect(await completions('queue ""')).toEqual(expect.arrayContaining(['list', 'add']));
    expect(await completions('ex')).toEqual(['export']);
    expect(await completions('export --wh')).toEqual(['--where']);
    expect(await completions('edit --role Agent --ro')).toEqual([]);
    expect(await completions('edit --add-queue x --add-q')).toEqual(['--add-queue']);
    expect(await completions('edit --presence no')).toEqual(['Not Ready']);
    expect(await completions('edit --presence=')).toEqual([
      '--presence=Offline',
      '--presence=Ready',
      '--presence=Not Ready',
      '--presence=Occupied',
    ]);
    // What the screen begins with goes with no command.
    expect(await completions('--qu')).toEqual(['--queue', '--quiet']);
    expect(await completions('--status ""')).toEqual(['active', 'inactive']);
    expect(await completions('--status active ""')).toEqual([]);
    expect(await completions('--status active --s')).toEqual(['--search', '--sort']);
    expect(await completions('queue --s')).toEqual([]);
    expect(await completions('queue list --s')).toEqual([]);
    expect(await completions('completion ""')).toEqual(['bash', 'zsh', 'fish']);
    expect(await completions('import ""')).toEqual([':files']);
    expect(await completions('--db ""')).toEqual([':files']);
  });

  test('names and e-mails from the roster', async () => {
    expect(await completions('edit --add-queue support')).toEqual(['Support Tier 1', 'Support Tier 2']);
    expect(await completions('--queue support')).toEqual(['Support Tier 1', 'Support Tier 2']);
    expect(await completions('list --role ""')).toEqual(expect.arrayContaining(['Admin', 'Team Coach']));
    expect(await completions('edit --where queue=bil')).toEqual(['queue=Billing']);
    expect(await completions('edit --where sta')).toEqual(['status=']);
    expect(await completions('edit --set region_name=em')).toEqual(['region_name=EMEA']);
    expect(await completions('edit x@y --team sao')).toEqual(['São Paulo']);
    for (const option of ['--queue', '--add-queue', '--opt-out'])
      expect(await completions(`add x@y ${option} bil`)).toEqual(['Billing']);
    expect(await completions('add x@y --skill engl')).toEqual(['English']);
    expect(await completions('add x@y --team=sao')).toEqual(['--team=São Paulo']);
    expect(await completions('add x@y --presence no')).toEqual(['Not Ready']);
    expect(await completions('add --queue x --que')).toEqual(['--queue']);
    expect(await completions('add --remove')).toEqual([]);
    const [ana = ''] = home.users;
    const [free = ''] = home.addable;
    expect(await completions(`remove ${ana.slice(0, 9)}`)).toContain(ana);
    expect(await completions(`remove ${free.slice(0, -5)}`)).toEqual([]);
    expect(await completions(`add ${free.toUpperCase().slice(0, -5)}`)).toEqual([free]);
    expect(await completions(`history ${free.slice(0, -5)}`)).toEqual([free]);
    expect(await completions(`edit -- ${ana.slice(0, -3)}`)).toEqual([ana]);
  });

  test('without a roster there are none, and no messages', async () => {
    const empty = makeHome();
    const broken = empty.file(
      'broken.db',
      'not a database at all, but long enough to be looked at. '.repeat(40),
    );
    for (const args of ['edit --add-queue ""', 'edit a', `edit --db ${broken} --add-queue ""`])
      expect(await empty.roster(`complete ${args}`)).toEqual({
        stdout: '',
        stderr: '',
        code: 0,
        signal: null,
      });
    expect((await empty.roster('complete edit --pres')).stdout).toContain('--presence\tpresence');
  });
});

test('bash completes at the prompt, with quotes where a name needs them', async () => {
  home.file('people.csv', '');
  const shell = await startShell('bash', home);
  try {
    const [ana = ''] = home.users;
    const at = ana.indexOf('@') + 3;
    const lines: [typed: string, becomes: string][] = [
      ['roster exp', 'roster export '],
      ['roster edit x --add-queue Returns', 'roster edit x --add-queue Returns\\ \\&\\ Refunds '],
      ['roster edit x --add-queue "Returns', 'roster edit x --add-queue "Returns & Refunds" '],
      ['roster edit --where queue=Bil', 'roster edit --where queue=Billing '],
      ['roster edit --where que', 'roster edit --where queue='],
      [`roster show ${ana.slice(0, at)}`, `roster show ${ana} `],
      ['roster import peo', 'roster import people.csv '],
    ];
    for (const [typed, becomes] of lines) {
      shell.type(`${typed}\t`);
      await shell.says(becomes);
      shell.type('\x15');
    }
  } finally {
    await shell.close();
  }
});

test('each shell gets a script, and the manual names every command', async () => {
  for (const shell of ['bash', 'zsh', 'fish'])
    expect(await home.ok(`completion ${shell}`)).toContain('roster complete ');
  expect(await home.roster('completion tcsh')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bash, zsh, fish'),
  });
  const manual = await home.ok('man');
  expect(manual).toMatch(/^\.TH ROSTER 1/);
  for (const { name, examples, options = [] } of commandTable) {
    const plain = manual.replaceAll('\\-', '-');
    expect(plain).toContain(`\n.SS roster ${name}`);
    for (const text of [...examples, ...options.map(({ flags }) => flags)]) expect(plain).toContain(text);
  }
});
