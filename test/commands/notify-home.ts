import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Behavior, startMailServer } from '../notify/mail-server.ts';
import { emails, makeHome, peopleCsv } from './run.ts';

/** An e-mail as `notify --list --format json` prints it. */
export interface Notice {
  id: string;
  state: string;
  user_email: string;
  attempts: number;
  error: string | null;
}

/** The first people of the account. */
export const names = ['p0@acme.example', 'p1@acme.example', 'p2@acme.example'];

/** Makes homes with a roster of 20 people, none of whom is added yet. */
export async function makeHomes() {
  const master = makeHome();
  await master.ok('init --account Acme --licenses 50');
  await master.ok('people import -', { input: peopleCsv(20) });
  return () => {
    const home = makeHome();
    mkdirSync(dirname(home.database), { recursive: true });
    copyFileSync(master.database, home.database);
    return {
      ...home,
      /** Adds the first `count` people. */
      add: (count = 3) => home.ok('add - --role Agent --yes', { input: emails(count) }),
      async listed(more = ''): Promise<Notice[]> {
        return JSON.parse(await home.ok(`notify --list --format json ${more}`)) as Notice[];
      },
    };
  };
}

export type NotifyHome = ReturnType<Awaited<ReturnType<typeof makeHomes>>>;

/** A mail server, and the settings to reach it. */
export async function mailServer(behavior: Behavior = {}) {
  const server = await startMailServer(behavior);
  return { ...server, env: { ROSTER_SMTP_URL: server.url, ROSTER_MAIL_FROM: 'roster@acme.example' } };
}
