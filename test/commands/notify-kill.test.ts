import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startMailServer } from '../notify/mail-server.ts';
import { makeHome, peopleCsv } from './run.ts';

/** A soak asks for more: ROSTER_NOTIFY_KILLS=1000. */
const rounds = Number(process.env.ROSTER_NOTIFY_KILLS ?? 24);
const people = rounds * 6;
/** In one change set at most. */
const atOnce = 1_000;

interface Notice {
  id: string;
  state: string;
}

test(`the sender killed ${rounds} times at random: nothing is sent twice, and what is missing is listed as unknown`, {
  timeout: 20_000 + rounds * 1_500,
}, async () => {
  const { spawn, ok } = makeHome();
  await ok(`init --account Acme --licenses ${people}`);
  await ok('people import -', { input: peopleCsv(people) });
  for (let at = 0; at < people; at += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, people - at) }, (_, n) => `p${at + n}@acme.example`);
    await ok('add - --role Agent --yes', { input: some.join('\n') });
  }

  let contact = Promise.withResolvers<void>();
  const server = await startMailServer({
    onSender: () => void contact.resolve(),
    // As slow as a disk, and as a network; sometimes not at all.
    onMessage: async () => {
      if (Math.random() < 0.5) await sleep(Math.random() * 12);
      return undefined;
    },
    onAnswer: () => sleep(Math.random() < 0.5 ? Math.random() * 12 : 0),
  });
  const env = { ROSTER_SMTP_URL: server.url, ROSTER_MAIL_FROM: 'roster@acme.example' };
  let killed = 0;
  for (let round = 0; round < rounds; round++) {
    contact = Promise.withResolvers<void>();
    const { signal } = await spawn(round % 2 === 0 ? 'notify' : 'notify --watch', {
      env,
      async onStart(process) {
        // Every fifth is killed anywhere from its start on, the others while they send.
        if (round % 5 === 0) await sleep(Math.random() * 400);
        else await contact.promise.then(() => sleep(Math.random() * 60));
        process.kill('SIGKILL');
      },
    });
    if (signal === 'SIGKILL') killed++;
  }
  await ok('notify', { env });

  const notices = JSON.parse(await ok('notify --list --all --format json')) as Notice[];
  const arrived = Map.groupBy(server.received, mail => mail.id);
  const idsIn = (state: string) => notices.filter(notice => notice.state === state).map(({ id }) => id);
  const [sent, unknown] = [idsIn('sent'), idsIn('unknown')];
  const missing = notices.filter(({ id }) => !arrived.has(id));
  process.stdout.write(
    `${killed} of ${rounds} killed, ${people} e-mails: ${sent.length} sent, ${unknown.length} unknown, ` +
      `of which ${unknown.filter(id => arrived.has(id)).length} had arrived; ${missing.length} missing\n`,
  );
  expect([...arrived.values()].filter(copies => copies.length > 1)).toEqual([]);
  // Whatever is not known to be sent is listed, and whatever is missing is among it.
  expect([...sent, ...unknown].sort()).toEqual(notices.map(({ id }) => id).sort());
  expect(missing.filter(({ state }) => state !== 'unknown')).toEqual([]);
  expect(sent.filter(id => !arrived.has(id))).toEqual([]);
  expect(unknown.length).toBeLessThanOrEqual(killed);
  expect(unknown.length).toBeGreaterThan(0);
});
