import { sql } from 'kysely';
import type { Db } from '../dialect.ts';

/** What version 2 keeps for undo, redo and the e-mails that go and come back with them. */
export async function migrateUndo(db: Db): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // How it moved a set between the stacks of its operator: undo, redo, or null for a change of its own.
  `alter table change_sets add column step text`,
  // Why it takes back only a part of a set: chosen, or clashes; null where it takes back all of it.
  `alter table change_sets add column partial text`,
  // Version 1 told them apart by kind.
  `update change_sets set step = 'undo'
   where kind = 'undo' and exists (
     select 1 from change_sets as undone
     where undone.change_set_id = change_sets.undoes and undone.operator_id = change_sets.operator_id
       and undone.kind not in ('undo', 'redo')
   )`,
  `update change_sets set step = 'redo'
   where kind = 'redo' and exists (
     select 1 from change_sets as undone
     where undone.change_set_id = change_sets.undoes and undone.operator_id = change_sets.operator_id
       and undone.step = 'undo'
   )`,
  `alter table outbox add column withdrawn_by_hand integer not null default 0`,
  // A removal withdrew an e-mail at its own time; whatever was withdrawn at another was somebody's decision.
  `update outbox set withdrawn_by_hand = 1
   where state = 'withdrawn' and not exists (
     select 1 from changes join change_sets using (change_set_id)
     where changes.person_id = outbox.person_id and action = 'remove' and change_sets.at = outbox.changed_at
   )`,
  // Whom version 1 brought back was never to get one.
  `update outbox set state = 'waiting', attempts = 0, next_at = null
   where state = 'withdrawn' and withdrawn_by_hand = 0 and exists (
     select 1 from users
     where users.person_id = outbox.person_id
       and users.added_at = cast(round(unixepoch(outbox.created_at, 'subsec') * 1000) as integer)
   )`,
];
