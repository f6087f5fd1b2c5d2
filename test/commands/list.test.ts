import { beforeAll, describe, expect, test } from 'vitest';
import { makeHome, peopleCsv } from './run.ts';

const { roster, ok } = makeHome();

beforeAll(async () => {
  await ok('init --account Acme --licenses 9');
  await ok('people import -', {
    input: `${peopleCsv(5).replaceAll('\n', ',active\n').replace('Department,active', 'Department,Account Status')}p5@acme.example,Eva,Lind,Sales,pending\n`,
  });
  await ok('queue add Billing');
  await ok('add p0@acme.example p1@acme.example p2@acme.example p3@acme.example --role Agent');
  await ok('edit p0@acme.example p3@acme.example --add-queue Billing');
});

test('a package narrows it as every other filter does', async () => {
  expect(await ok('list --package essentials --queue Billing --columns email')).toBe(
    'Email\np0@acme.example\np3@acme.example\n',
  );
  expect(await ok('list --package premium --format json')).toBe('[]\n');
});

describe('columns', () => {
  test('are shown as chosen, in that order', async () => {
    expect(await ok('list --columns department,Name,presence --limit 2')).toBe(
      [
        'Department  Name           Presence',
        'Support     Ana Silva      Offline',
        'Support     Jürgen Müller  Offline',
        '',
      ].join('\n'),
    );
    expect(await ok('list --columns email --search zofia')).toBe('Email\np3@acme.example\n');
  });

  test('are any field by its name in JSON as well, under the label that forms have', async () => {
    await ok('edit p3@acme.example --max-agent-load 70 --multi-channel-engagements on');
    expect(await ok('list --columns email,multi_channel_engagements,max_agent_load --search zofia')).toBe(
      'Email            Several channels  Agent load\np3@acme.example  on                70\n',
    );
  });

  test('that do not exist are refused with those that do', async () => {
    expect(await roster('list --columns name,phone')).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        '--columns takes name,email,role,queues,presence,status,department and any field by its name in JSON; not "phone".\n',
    });
    expect(await roster('list --columns ""')).toMatchObject({ code: 2, stdout: '' });
  });

  test('are for tables; other formats have every field', async () => {
    expect(await roster('list --columns name --format csv')).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '--columns shapes the table; --format csv has every field. Leave one of them out.\n',
    });
    expect(await ok('list --columns name --format table')).toContain('Ana Silva');
  });

  test('are completed one after the other', async () => {
    expect(await ok('complete list --columns name,dep')).toBe('name,department\n');
    expect(await ok('complete list --columns name,max')).toBe('name,max_agent_load\n');
    expect((await ok('complete list --columns name,')).split('\n')).not.toContain('name,name');
  });
});

test('an order is turned round by :desc, or by a - in front', async () => {
  const descending = await ok('list --sort name:desc --columns name');
  expect(descending).toMatch(/Zofia[\s\S]*Ana/);
  expect(await ok('list --sort -name --columns name')).toBe(descending);
  expect(await ok('list --sort=-Name --columns name')).toBe(descending);
  for (const wrong of ['--name', '-name:asc', '-phone', '-'])
    expect(await roster(`list --sort ${wrong}`)).toMatchObject({ code: 2, stdout: '' });
});

test('below the table it is said how many there are', async () => {
  const said = async (args: string) => (await roster(`list ${args}`)).stderr;
  expect(await said('')).toBe('4 users.\n');
  expect(await said('--queue Billing')).toBe('2 of 4 users.\n');
  expect(await said('--queue Billing --limit 2')).toBe('2 of 4 users.\n');
  expect(await said('--limit 2')).toBe('Rows 1 to 2 of 4 users.\n');
  expect(await said('--limit 2 --offset 1')).toBe('Rows 2 to 3 of 4 users.\n');
  expect(await said('--limit 9 --offset 3')).toBe('Row 4 of 4 users.\n');
  expect(await said('--queue Billing --limit 1')).toBe('Row 1 of 2; 4 users in all.\n');
  for (const silent of [
    '--quiet',
    '--format json',
    '--format ndjson',
    '--format csv',
    '--limit 2 --format json',
  ])
    expect(await said(silent)).toBe('');
});

test('people are listed with or without a license, and by the status of their account', async () => {
  const emails = async (args: string) =>
    (JSON.parse(await ok(`people list ${args} --format json`)) as { user_email: string }[])
      .map(person => person.user_email[1])
      .join('');
  expect(await emails('')).toHaveLength(6);
  expect(await emails('--licensed no')).toBe('45');
  expect(await emails('--licensed yes')).toBe('0132');
  expect(await emails('--status pending')).toBe('5');
  expect(await emails('--licensed no --status active')).toBe('4');
  expect(await emails('--licensed no --status active --search silva --limit 1')).toBe('4');
  expect(await roster('people list --licensed yes --status pending')).toMatchObject({
    code: 0,
    stdout: '',
    stderr: 'Nobody matches licensed "yes", status "pending".\n',
  });
  expect(await roster('people list --licensed maybe')).toMatchObject({ code: 2 });
});
