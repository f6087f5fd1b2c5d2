import { expect, it } from 'vitest';
import { json, sharedScreen } from './fixture.ts';

const screen = sharedScreen();

it('picks a pasted list of e-mails, in whatever form it comes, and names whom it can not', async () => {
  const p = await screen();
  const [user] = await json(p.file, 'list', '--limit', '1');
  await p.press('a');
  await p.waitFor('Nobody is picked yet.');
  p.paste(
    [
      'Agnès Gagnon <agnes.gagnon@acme.example>',
      'ANAIS.LEMAITRE@acme.example; "Brandt, Antonia" <antonia.brandt@acme.example>, agnes.gagnon@acme.example',
      'nobody@acme.example',
      'bruna.falcao@acme.example',
      'no address here',
      String(user!.user_email),
    ].join('\n'),
  );
  const said = await p.waitFor('4 lines of the list not picked');
  expect(said).toContain('nobody@acme.example: nobody in the account has this e-mail.');
  expect(said).toContain('bruna.falcao@acme.example is inactive in the account.');
  expect(said).toContain('No e-mail in "no address here".');
  expect(said).toContain(`${user!.user_email} is a user already.`);
  expect(said).toContain('4 problems · picked 3 people');
  await p.press('Escape');
  await p.waitFor('Add 3 users');
  await p.press('Enter', 'Enter');
  p.type('agent\r');
  await p.waitFor('Add 3 users as Agent');
  await p.press('s');
  await p.waitFor('✓ Added');
  await p.waitFor('503 users');
  await p.press('u');
  await p.waitFor('500 users');
});

it('searches for a paste without e-mails', async () => {
  const p = await screen();
  await p.press('a');
  await p.waitFor('Nobody is picked yet.');
  p.paste('gagnon\n');
  await p.waitFor('1 person');
});

it('lives on after a paste that is no list at all', async () => {
  const p = await screen();
  await p.press('a');
  await p.waitFor('Nobody is picked yet.');
  p.paste(`${'QUJDREVG'.repeat(125_000)}x@y\n${'no address\n'.repeat(50_000)}`);
  await p.waitFor('50,001 lines of the list not picked');
  expect(p.screen()).toContain('50,001 problems');
  await p.press('End');
  await p.waitFor('and 49,901 more like these');
  await p.press('Escape');
  p.type('gagnon');
  await p.waitFor('1 person');
});
