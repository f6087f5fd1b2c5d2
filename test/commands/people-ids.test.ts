import { beforeEach, describe, expect, test } from 'vitest';
import { makeHome } from './run.ts';

let home: ReturnType<typeof makeHome>;
beforeEach(async () => {
  home = makeHome();
  await home.ok('init --account Corp --licenses 10');
});

const load = (...rows: string[]) => home.roster('people import -', { input: `${rows.join('\n')}\n` });
const licensed = async () => (await home.ok('list --format csv')).match(/[\w.]+@corp\.example/g);
const people = async (): Promise<string[]> =>
  JSON.parse(await home.ok('people list --format json')).map(
    ({ user_email }: { user_email: string }) => user_email,
  );

const guid = '6a1f0c2e-93b4-4d5e-8f60-718293a4b5c6';

describe('no license goes to another person', () => {
  const rows = (first: string) => [
    `${first},Email,First name,Last name`,
    '1,ana@corp.example,Ana,Silva',
    '2,bruno@corp.example,Bruno,Costa',
    '3,carla@corp.example,Carla,Dias',
  ];
  const renumbered = (first: string) => [
    `${first},Email,First name,Last name`,
    '1,zoe@corp.example,Zoe,Adler',
    '2,ana@corp.example,Ana,Silva',
    '3,bruno@corp.example,Bruno,Costa',
  ];

  test.each(['ID', 'Id', 'User ID', 'id (row)'])('by rows that are numbered anew in %s', async header => {
    await load(...rows(header));
    await home.ok('add ana@corp.example bruno@corp.example --role Agent');
    const { code, stdout, stderr } = await load(...renumbered(header));
    expect({ code, stdout }).toEqual({ code: 0, stdout: '3 people: 1 added, 2 unchanged\n' });
    expect(stderr).not.toContain('new address');
    expect(stderr).toContain(`Columns used: Email, First name and Last name. Not used: ${header}.`);
    expect(await licensed()).toEqual(['ana@corp.example', 'bruno@corp.example']);
  });

  test('by whatever ids a directory gives anew: neither the address nor a name is alike', async () => {
    await load(...rows('objectGUID'));
    await home.ok('add ana@corp.example bruno@corp.example --role Agent');
    const { code, stdout, stderr } = await load(...renumbered('objectGUID'));
    expect({ code, stdout }).toEqual({ code: 4, stdout: '3 people: 3 refused\n' });
    expect(stderr).toContain('line 2: "1" is "ana@corp.example" here, and somebody else in the file');
    expect(await licensed()).toEqual(['ana@corp.example', 'bruno@corp.example']);
  });

  test('who has a new name and a new address at once is taken in two steps, as the refusal says', async () => {
    await load('objectId,Email,First name,Last name', `${guid},ana@corp.example,Ana,Silva`);
    await home.ok('add ana@corp.example --role Agent');
    const { code, stderr } = await load(
      'objectId,Email,First name,Last name',
      `${guid},kim@corp.example,Kim,Ito`,
    );
    expect(code).toBe(4);
    expect(stderr).toContain(
      'If it is the same person, import the new name with the address as it was first.',
    );
    await load('objectId,Email,First name,Last name', `${guid},ana@corp.example,Kim,Ito`);
    await load('objectId,Email,First name,Last name', `${guid},kim@corp.example,Kim,Ito`);
    expect(await licensed()).toEqual(['kim@corp.example']);
    expect(await people()).toEqual(['kim@corp.example']);
  });
});

test.each([
  ['a GUID', guid],
  ['Okta', '00u1a2b3c4d5e6f7g8h9'],
  ['Google', '104928374650192837465'],
  ['Zoom', 'kQhVxWzRtYpLmNbCsDfGjA'],
  ['an immutable id of Entra', 'Tm9vciBIYWRkYWQgMTIzNA=='],
  ['JumpCloud', '5f7c1d2e3a4b5c6d7e8f9a0b'],
  ['Salesforce', '0055g00000ABCDe'],
  ['a SID', 'S-1-5-21-3623811015-3361044348-30300820-1013'],
])('an ID of %s tells who somebody is', async (_, id) => {
  await load('ID,Email,First name', `${id},noor@corp.example,Noor`);
  await load('ID,Email,First name', `${id},noor.haddad@corp.example,Noor`);
  expect(await people()).toEqual(['noor.haddad@corp.example']);
});

test('a GUID is one in any letters, with or without braces, whatever its column is called', async () => {
  const written = [guid, guid.toUpperCase(), `{${guid}}`, `{${guid.toUpperCase()}}`];
  const headers = ['objectId', 'ObjectId', 'ObjectGUID', 'id', 'User ID', 'Object ID [objectId] Required'];
  let step = 0;
  for (const header of headers)
    for (const id of written)
      await load(`${header},Email,First name`, `${id},noor${step++}@corp.example,Noor`);
  expect(await people()).toEqual([`noor${step - 1}@corp.example`]);
});

test('twice in one file is said, in other letters too', async () => {
  const { code, stderr } = await load(
    'ObjectGUID,Email',
    `${guid},noor@corp.example`,
    `{${guid.toUpperCase()}},zed@corp.example`,
  );
  expect(code).toBe(4);
  expect(stderr).toContain('stands on line 2 already');
});

test('a number that several have in a column ID is none of a directory', async () => {
  expect(await load('ID,Email', '7,noor@corp.example', '7,zed@corp.example')).toMatchObject({ code: 0 });
});

test('what may mean access or the account: each advice does what it says', async () => {
  await load('Email', 'noor@corp.example');
  await home.ok('add noor@corp.example --role Agent');
  const both = 'Email Address,Status\nnoor@corp.example,inactive\n';
  const { code, stderr } = await home.roster('import -', { input: both });
  expect(code).toBe(1);
  expect(stderr).toMatch(/call the column user_access.*: roster import -\. .*: roster people import -\n/);
  const accounts = async () => JSON.parse(await home.ok('people list --format json'))[0].account_status;
  await home.ok('import -', { input: both.replace('Status', 'user_access') });
  expect(JSON.parse(await home.ok('show noor@corp.example --format json')).user_access).toBe('inactive');
  expect(await accounts()).toBe('active');
  await home.ok('import -', { input: 'user_email,status\nnoor@corp.example,active\n' });
  expect(JSON.parse(await home.ok('show noor@corp.example --format json')).user_access).toBe('active');
  await home.ok('people import -', { input: both });
  expect(await accounts()).toBe('inactive');
});
