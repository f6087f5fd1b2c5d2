import { describe, expect, test } from 'vitest';
import { connectedHome } from './connected-home.ts';

interface Planned {
  account?: {
    calls: number;
    seconds: number;
    not_sent: { field: string; reason: string; user_emails: string[] }[];
  };
  problems: { code: string; line?: number; column?: string; value?: string; message: string }[];
}

const portal = 'in the Zoom web portal under Contact Center Management → Users';

async function pulled() {
  const home = await connectedHome();
  await home.ok('account connect --later');
  await home.ok('pull');
  const { state } = home.account;
  const users = [...state.users.values()].filter(
    user => user.country_iso_code !== 'JP' && state.roles.get(user.role_id)?.role_name === 'Agent',
  );
  const emails = users.map(({ user_email }) => user_email).sort();
  return {
    ...home,
    emails: emails as [string, string, ...string[]],
    user: (email: string) => users.find(({ user_email }) => user_email === email)!,
    /** What a dry run says of the account, as JSON. */
    said: async (args: string) =>
      (JSON.parse((await home.roster(`${args} --dry-run --format json`)).stdout) as Planned).account,
    /** Why it is refused. */
    refusal: async (args: string) =>
      (JSON.parse((await home.roster(`${args} --format json`)).stdout) as Planned).problems,
  };
}

/** The last lines, which say what follows of a change set. */
const end = (text: string, lines: number) => text.trimEnd().split('\n').slice(-lines);

describe('what a change takes at the account', () => {
  test('is said before it is made, as calls and time, with what is not sent', async () => {
    const { ok, said, emails } = await pulled();
    const [one, two] = emails;
    const edit = `edit ${one} ${two} --country (clear) --max-agent-load (clear) --role Supervisor`;
    const text = await ok(`${edit} --dry-run`);
    expect(end(text, 2)).toEqual([
      'At the account: 1 call, about 1 s.',
      `Not sent: country and agent load of 2 users. Set it ${portal}.`,
    ]);
    expect(await said(edit)).toEqual({
      ...{ calls: 1, seconds: 0.1 },
      not_sent: ['country_iso_code', 'max_agent_load'].map(field => {
        return { field, reason: 'not_possible', user_emails: [one, two] };
      }),
    });
    expect(await said('queue add Nights')).toMatchObject({ calls: 1, not_sent: [] });
    expect(await said(`remove ${one} ${two}`)).toMatchObject({ calls: 1, not_sent: [] });
    expect(await said('operator add kim --role Agent')).toBeUndefined();
  });

  test('is what waits once it is made, and nothing where it is taken back before that was sent', async () => {
    const { ok, said, json, emails } = await pulled();
    const edit = `edit ${emails.slice(0, 22).join(' ')} --role Supervisor --max-agent-load 33`;
    const { calls } = (await said(edit))!;
    await ok(`${edit} --later`);
    const waiting = await json<{ calls: number }[]>('push --dry-run');
    expect(waiting.reduce((sum, line) => sum + line.calls, 0)).toBe(calls);
    expect(calls).toBe(22);
    expect(end(await ok('undo --dry-run'), 1)).toEqual(['At the account: nothing to change.']);
    // Its part of what waits is neither sent nor named again with something else.
    expect(await said('team add Nights')).toMatchObject({ calls: 1 });
  });

  test('is not said of a roster without an account, nor before that was read', async () => {
    const { ok, roster } = await connectedHome();
    expect(JSON.parse(await ok('queue add Nights --dry-run --format json'))).not.toHaveProperty('account');
    await ok('account connect --later');
    const { stdout } = await roster('queue add Nights --dry-run');
    expect(stdout).not.toContain('account');
  });

  test('leaves out what the account changed too', async () => {
    const { ok, said, account, user, emails } = await pulled();
    const [email] = emails;
    await ok(`edit ${email} --package elite --country JP --later`);
    account.portal.set(email, { country_iso_code: user(email).country_iso_code === 'IS' ? 'FI' : 'IS' });
    await ok('pull');
    const edit = `edit ${email} --country SE --role Supervisor`;
    expect((await said(edit))?.not_sent).toEqual([
      { field: 'country_iso_code', reason: 'changed_on_both_sides', user_emails: [email] },
    ]);
    expect(await ok(`${edit} --dry-run`)).toMatch(/^Not sent, as the account changed it too: country of /m);
  });

  test('is looked at before something is brought back that the account is not told', async () => {
    const { ok, roster, json, account, emails } = await pulled();
    const [email] = emails;
    account.portal.set(email, { country_iso_code: '' });
    await ok('pull');
    await ok(`edit ${email} --country JP`);
    expect(await roster('undo')).toMatchObject({
      code: 1,
      stderr:
        "This brings back what can't be sent to the account. Nobody is there to look first, so nothing was changed. Say --yes, or look with --dry-run.\n",
    });
    const { code, stdout } = await roster('undo --yes');
    expect(code).toBe(1);
    expect(stdout).toContain(`${email}: Country can’t be sent; set it in the Zoom web portal`);
    expect(await json(`show ${email}`)).toMatchObject({ country_iso_code: 'JP' });
  });
});

describe('what the account can not be told', () => {
  const message = `Display name can be set at the account only, ${portal}. Leave it out.`;
  const refused = (value: string) => ({
    ...{ code: 'set_at_the_account', column: 'display_name', value },
    message,
  });

  test('is refused from the command line and in templates', async () => {
    const { ok, refusal, emails } = await pulled();
    const [email] = emails;
    expect(await refusal(`edit ${email} --set display_name=Ana`)).toEqual([refused('Ana')]);
    expect(await refusal(`edit ${email} --display-name (clear)`)).toEqual([refused('(clear)')]);
    expect(await refusal('template add Names --type update --set display_name=Ana')).toEqual([
      refused('Ana'),
    ]);
    expect(await refusal('add new@acme.example --role Agent --display-name Ana')).toContainEqual(
      refused('Ana'),
    );
    await ok('account disconnect');
    await ok(`edit ${email} --set display_name=Ana`);
  });

  test('is refused in a file with line, column and value, unless it says the same', async () => {
    const { ok, file, json, refusal, emails } = await pulled();
    const [email] = emails;
    await ok(`import ${file('same.csv', await ok('export'))} --yes`);
    const [{ display_name }] = await json<[{ display_name: string }]>(`list --search ${email}`);
    const csv = (name: string) =>
      file('names.csv', `user_email,display_name,package_name\n${email},${name},elite\n`);
    expect(await refusal(`import ${csv('Somebody Else')} --yes`)).toEqual([
      { ...refused('Somebody Else'), line: 2 },
    ]);
    expect(await ok(`import ${csv(display_name)} --dry-run`)).toContain('At the account: ');
  });
});
