import { expect, it } from 'vitest';
import { openAccount, rowsOf } from './asking.ts';

const templates = '/contact_center/users/templates';

it('lists templates by type, state and name, and shows what one selects', async () => {
  const { account, ask } = await openAccount();
  const named = async (query: string) =>
    rowsOf((await ask.get(`${templates}?${query}`)).body, 'user_templates').map(row => row.template_name);
  expect(await named('')).toEqual(['New agent', 'Pause', 'Saisonnier été', 'Of a queue that is gone']);
  expect(await named('template_type=update')).toEqual(['Pause', 'Of a queue that is gone']);
  expect(await named('template_status=inactive')).toEqual(['Saisonnier été']);
  expect(await named('template_name=queue')).toEqual(['Of a queue that is gone']);
  const [added, pause] = [...account.state.templates.values()];
  expect((await ask.get(`${templates}/${added!.template_id}`)).body).toMatchObject({
    package: { package_name: 'premium' },
    team: { team_supervisor: false },
    created_by: account.state.owner_id,
  });
  const { body } = await ask.get(`${templates}/${pause!.template_id}`);
  expect(body).toMatchObject({ selected_blocks: ['user_access'], user_access: false });
  expect(body).not.toHaveProperty('role');
  expect(await ask.get(`${templates}/gone`)).toMatchObject({ status: 404, body: { code: 640000 } });
});

it('gives 100 of them a page, though 300 may be asked for', async () => {
  const { account, ask } = await openAccount();
  for (let at = 0; at < 150; at++) account.portal.catalog.addTemplate(`Template ${at}`);
  const { body } = await ask.get(`${templates}?page_size=300`);
  expect(body).toMatchObject({
    page_size: 300,
    total_records: 154,
    next_page_token: expect.stringMatching(/./),
  });
  expect(rowsOf(body, 'user_templates')).toHaveLength(100);
  const all = await ask.all(`${templates}?page_size=300`, 'user_templates');
  expect(all.map(({ template_id }) => template_id)).toEqual([...account.state.templates.keys()]);
});

it('lets the portal add, change and remove them', async () => {
  const { account, ask } = await openAccount();
  const { catalog } = account.portal;
  const { template_id } = catalog.addTemplate('Nights', { selected_blocks: ['region'], region: 'x' });
  catalog.changeTemplate('Nights', { template_name: 'Late', template_status: 'needs_attention' });
  expect((await ask.get(`${templates}/${template_id}`)).body).toMatchObject({
    template_name: 'Late',
    template_status: 'needs_attention',
    region: 'x',
  });
  catalog.removeTemplate('Late');
  expect((await ask.get(`${templates}/${template_id}`)).status).toBe(404);
  expect(() => catalog.removeTemplate('Late')).toThrow('The account has no template Late.');
});

it('leaves out the team of a template that is gone', async () => {
  const { account, ask } = await openAccount({ users: 10, people: 20 });
  const { state, portal } = account;
  const [template] = state.templates.values();
  const person = [...state.people.values()].find(
    ({ id, status }) => status === 'active' && !state.users.has(id),
  );
  portal.catalog.removeTeam(template!.team!.team_id);
  const added = await ask.post('/contact_center/users', {
    user_id: person!.id,
    template_id: template!.template_id,
  });
  expect(added.status).toBe(201);
  expect(state.users.get(person!.id)!.team_id).toBeNull();
});

it('may be older than templates', async () => {
  const { account, ask } = await openAccount({ features: { templates: 'absent' } });
  const [id] = account.state.templates.keys();
  for (const path of [templates, `${templates}/${id}`])
    expect(await ask.get(path)).toMatchObject({ status: 404, body: { code: 2300 } });
  expect(account.counts.invalidRequests).toEqual([]);
});
