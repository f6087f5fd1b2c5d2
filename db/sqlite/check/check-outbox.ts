import { sql } from 'kysely';
import { number } from '../../../source/roster/text/words.ts';
import type { Db } from '../dialect.ts';
import { type Finding, findingsAtMost } from './check.ts';

/**
 * Whether each e-mail belongs to somebody's addition, each addition has its e-mail (domain rule 5), and nobody without a
 * license is still to get one, nor is it withdrawn from whoever has a license. To be run in a snapshot.
 */
export async function checkOutbox(db: Db): Promise<Finding[]> {
  const wrong = [
    ...(await mailWithoutAddition(db)),
    ...(await additionsWithoutMail(db)),
    ...(await mailToNoUser(db)),
    ...(await usersWithoutMail(db)),
  ];
  return wrong.slice(0, findingsAtMost).map(message => ({ check: 'outbox', damage: 'records', message }));
}

async function mailWithoutAddition(db: Db): Promise<string[]> {
  const { rows } = await sql<{ user_email: string; change_set_id: number }>`
    select outbox.user_email, outbox.change_set_id from outbox
    left join changes on changes.change_set_id = outbox.change_set_id and changes.person_id = outbox.person_id
    where changes.action is not 'add'
    limit ${findingsAtMost}`.execute(db);
  return rows.map(
    ({ user_email, change_set_id }) =>
      `${user_email} has an e-mail from change set ${change_set_id}, which did not add them.`,
  );
}

/** A made-up account has no e-mails of its first additions; whatever has one for some of a set has one for all. */
async function additionsWithoutMail(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: number; added: number; mails: number }>`
    select mailed.change_set_id as id, mailed.mails, count(changes.person_id) as added
    from (select change_set_id, count(*) as mails from outbox group by change_set_id) as mailed
    join changes on changes.change_set_id = mailed.change_set_id and changes.action = 'add'
    group by mailed.change_set_id having count(changes.person_id) <> mailed.mails
    limit ${findingsAtMost}`.execute(db);
  return rows.map(
    ({ id, added, mails }) =>
      `Change set ${id} added ${number(added)} users and has ${number(mails)} e-mails.`,
  );
}

async function mailToNoUser(db: Db): Promise<string[]> {
  const { rows } = await sql<{ user_email: string; state: string }>`
    select user_email, state from outbox
    where state in ('waiting', 'failed')
      and not exists (select 1 from users where users.person_id = outbox.person_id)
    limit ${findingsAtMost}`.execute(db);
  return rows.map(
    ({ user_email, state }) => `${user_email} has no license, and an e-mail to them is ${state}.`,
  );
}

/** Where somebody decided that an e-mail is never sent, that is no damage. */
async function usersWithoutMail(db: Db): Promise<string[]> {
  const { rows } = await sql<{ user_email: string }>`
    select user_email from outbox
    where state = 'withdrawn' and withdrawn_by_hand = 0 and exists (
      select 1 from users
      where users.person_id = outbox.person_id
        and users.added_at = cast(round(unixepoch(outbox.created_at, 'subsec') * 1000) as integer)
    )
    limit ${findingsAtMost}`.execute(db);
  return rows.map(({ user_email }) => `${user_email} has a license, and the e-mail to them is withdrawn.`);
}
