import * as z from 'zod/mini';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { counted, number } from '../../roster/text/words.ts';
import { outcomeLines } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { say } from '../shell/messages.ts';
import { common, flag, readOptions, words } from '../shell/options.ts';
import { askYesNo } from '../shell/standard-input.ts';
import { questionStyle, type TableStyle, tableLines } from '../shell/text-table.ts';
import { withRoster } from '../storage/with-roster.ts';
import { change } from './change.ts';
import { lookingAt, planFor, requireNamed } from './subjects.ts';

const schema = z.object({ ...common, where: words, yes: flag, dryRun: flag, later: flag });

/** `roster remove` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const named = await requireNamed(call, options.where);
  return await withRoster(io, options, 'UserManagement:Edit', work => {
    const plan = (db: Db) => planFor(db, work.who.operator, named, { kind: 'remove' });
    const ask = (set: ChangeSet) => confirmed(io, set, questionStyle(io, options));
    return change(work, { plan, looking: { ...lookingAt(call, named), ask } }, options);
  });
}

/** As many users are named before asking. */
const shownAtMost = 25;

async function confirmed(io: Io, set: ChangeSet, style: TableStyle): Promise<boolean> {
  const users = counted(set.changes.length, 'user');
  const rows = set.changes.slice(0, shownAtMost).map(({ user_name, user_email, fields }) => {
    const queues = (fields.queues?.before ?? []).map(queue => queue.name).join(', ');
    return [user_name, user_email, fields.role?.before?.name ?? '', queues];
  });
  for await (const line of tableLines(['Name', 'Email', 'Role', 'Queues'], rows, style))
    io.stderr.write(line);
  const more = set.changes.length - rows.length;
  if (more > 0) say(io, `… and ${number(more)} more`);
  say(io, 'They lose their license, role, queues, skills and settings. Their accounts stay.');
  for (const line of outcomeLines(set)) say(io, line);
  return await askYesNo(io, `Remove ${users} from Contact Center?`);
}
