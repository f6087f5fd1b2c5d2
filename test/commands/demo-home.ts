import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { preparedDemo } from '../demo/prepared.ts';
import { makeHome } from './run.ts';

interface Person {
  user_email: string;
  account_status: string;
  licensed: boolean;
}

/** A home with the demo account as its roster: people with and without a license, queues, teams, skills, regions. */
export async function makeDemoHome(users = 60) {
  const home = makeHome();
  const database = join(home.home, 'demo.db');
  copyFileSync(await preparedDemo(users), database);
  Object.assign(home.env, { ROSTER_DB: database });
  const people = JSON.parse(await home.ok('people list --format json')) as Person[];
  const who = (licensed: boolean, status: string) =>
    people
      .filter(person => person.licensed === licensed && person.account_status === status)
      .map(person => person.user_email);
  return {
    ...home,
    database,
    users: who(true, 'active'),
    addable: who(false, 'active'),
    inactive: who(false, 'inactive'),
    pending: who(false, 'pending'),
    /** What the database holds that an export shows, and which change set was the last. */
    state: async () => `${await home.ok('export')}${await home.ok('history --limit 1 --format csv')}`,
    read: (path: string) => readFileSync(path, 'utf8'),
  };
}
