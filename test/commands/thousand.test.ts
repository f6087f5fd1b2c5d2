import { expect, test } from 'vitest';
import { emails, makeHome, peopleCsv } from './run.ts';

test('a thousand people are added from a CSV, undone, redone, exported and imported again without a difference', async () => {
  const { ok, roster, file, home } = makeHome();
  await ok('init --account Acme --licenses 1000');
  await ok('people import -', { input: peopleCsv(1001) });
  for (const queue of ['Billing', 'Chat', 'Sales']) await ok(`queue add ${queue}`);

  const rows = (count: number) =>
    emails(count)
      .split('\n')
      .map((email, n) => `${email},Agent,${n % 2 ? 'DE' : ''},Billing; Chat (supervisor),${(n % 20) + 1}\r\n`)
      .join('');
  const header = 'user_email,role_name,country_iso_code,queues,max_agent_load\r\n';
  const path = file('new.csv', header + rows(1000));
  expect(await ok(`add --from ${path}`)).toContain('Import: add Ana Silva and 999 others: done, change set ');
  const csv = await ok('export');
  expect(await ok('undo --yes')).toContain('and 999 others: done');
  expect(await ok('list')).toBe('');
  expect(await ok('redo --yes')).toContain('and 999 others: done');
  const exported = await ok('export');
  const bare = (text: string) => text.replace(/,\d{4}-[^,]*,[^,]*,\d+\r$/gm, '');
  expect(bare(exported)).toBe(bare(csv));
  const again = file('again.csv', exported);
  expect(await ok(`import ${again} --result ${home}/result.csv`)).toContain('1,000 rows without a change.');

  // One more than allowed at once, and one more than there are licenses for.
  const more = file('more.csv', header + rows(1001));
  expect(await roster(`import ${more}`)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('1 essentials license missing: 1,000 of 1,000 in use, 1 more asked for.'),
  });
  await ok('remove --where role=Agent --yes');
  const refused = await roster(`add --from ${more} --format json`);
  expect(JSON.parse(refused.stdout).problems).toMatchObject([
    { code: 'too_many_added', value: '1001' },
    { code: 'licenses_missing', value: '1' },
  ]);
  expect(await ok('list')).toBe('');
});
