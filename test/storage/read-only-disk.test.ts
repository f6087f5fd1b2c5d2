import { chmodSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeHome, peopleCsv, program, type RunOptions } from '../commands/run.ts';
import { mountSmallDisk, noSmallDisk } from './small-disk.ts';

const skipped = noSmallDisk ? ` (${noSmallDisk})` : '';

describe.skipIf(noSmallDisk)(`a disk that can only be read${skipped}`, () => {
  it('is told in a sentence, whatever is to be done there', async () => {
    const home = makeHome();
    const disk = await mountSmallDisk(3_000_000);
    const database = `${disk.path}/roster.db`;
    const roster = (args: string, options: RunOptions = {}) =>
      home.spawn(args, {
        env: { ROSTER_DB: database },
        command: [...disk.command, process.execPath, program],
        ...options,
      });
    try {
      await roster('init --account Acme --licenses 9');
      await roster('people import -', { input: peopleCsv(3) });
      await roster('add p0@acme.example p1@acme.example --role Agent');
      const people = home.file('people.csv', peopleCsv(3));
      const local = home.file('roster.db', readFileSync(`${disk.outside}/roster.db`));
      chmodSync(local, 0o600);
      disk.readOnly(true);
      const only = 'that disk can only be read';
      const opening =
        `Can't open ${database}: SQLite makes files beside it, even to read, and in ${disk.path} ${only}. ` +
        'Copy it to another disk, and name the copy with --db FILE.';
      for (const args of [
        'list',
        'check',
        'edit p0@acme.example --status inactive',
        `backup ${home.home}/copy.db`,
      ])
        expect({ args, ...(await roster(args)) }).toMatchObject({ args, code: 1, stderr: `${opening}\n` });
      for (const [args, stderr] of [
        [`backup ${disk.path}/copy.db`, `Can't write ${disk.path}/copy.db: ${only}. Name another file.`],
        [
          `init --account Other --db ${disk.path}/other.db`,
          `Can't make ${disk.path}/other.db: ${only}. Name another with --db FILE.`,
        ],
        [
          `demo --users 9 --keep ${disk.path}/demo.db`,
          `Can't make ${disk.path}/demo.db: ${only}. Name another with --db FILE.`,
        ],
        [
          `import ${people} --result ${disk.path}/result.csv`,
          `Can't write ${disk.path}/result.csv: ${only}. Name another file after --result.`,
        ],
      ] as const)
        expect({ args, ...(await roster(args, { env: { ROSTER_DB: local } })) }).toMatchObject({
          args,
          code: 1,
          stderr: `${stderr}\n`,
        });
    } finally {
      disk.close();
    }
  });

  it('lets what was open there be looked at, and nothing be changed', async () => {
    const home = makeHome();
    const disk = await mountSmallDisk(3_000_000);
    const database = `${disk.path}/roster.db`;
    const roster = (args: string, env: Record<string, string> = {}) =>
      home.spawn(args, {
        env: { ROSTER_DB: database, ...env },
        command: [...disk.command, process.execPath, program],
      });
    try {
      await roster('init --account Acme --licenses 9');
      // Whoever only reads leaves SQLite's files there.
      await roster('list');
      disk.readOnly(true);
      for (const args of ['list', 'export', 'history', 'check', `backup ${home.home}/copy.db`])
        expect({ args, ...(await roster(args)) }).toMatchObject({ args, code: 0 });
      expect(
        await roster('notify', { ROSTER_SMTP_URL: 'smtp://127.0.0.1:1', ROSTER_MAIL_FROM: 'a@b.example' }),
      ).toMatchObject({
        code: 1,
        stderr: `Can't lock ${database}-sender: that disk can only be read. Whoever sends e-mails must be able to write there.\n`,
      });
      for (const args of ['queue add Billing', 'account set --licenses premium=4'])
        expect({ args, ...(await roster(args)) }).toMatchObject({
          args,
          code: 1,
          stdout: '',
          stderr:
            `Can't write to ${database}: that disk can only be read. Copy it to another disk, and name the copy with ` +
            '--db FILE. Nothing was written.\n',
        });
    } finally {
      disk.close();
    }
  });
});
