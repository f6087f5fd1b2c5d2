import { setTimeout as sleep } from 'node:timers/promises';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { readStacks } from '../../db/changes/undo-stacks.ts';
import { readChangeSet } from '../../db/history/change-sets.ts';
import { openRoster } from '../../db/open.ts';
import { upsertPeople } from '../../db/people/people.ts';
import type { ChangeSet } from '../../source/roster/plan/change-set.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { adding, editing, joining, leaving, setting } from '../roster/intents.ts';

/**
 * A process of its own that changes users of a shared roster in every way, planning anew what others overtook:
 * `change-much.ts PATH TIMES SEED PEOPLE`. Prints the id and the number of users of each set that it applied, a line each,
 * then `stale N`, `refused N` and `waited MS`, the longest that a set took.
 */
const [path = '', times = '', seed = '', size = ''] = process.argv.slice(2);

let state = Number(seed) * 7_919 + 1;
function below(limit: number): number {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * limit);
}

const people = Number(size);
const queues = ['Billing', 'Sales', 'Chat'];
let roster = await openRoster(path);
const operator = (await operatorByLogin(roster.read, 'maria'))!;
const by = {
  ...{ operator_id: operator.operator_id, operator_name: 'maria', via: 'local' },
  // Looked at once more under the lock, as of whoever works here.
  proof: { login: 'maria' },
};

async function next(): Promise<ChangeSet | null> {
  const { read } = roster;
  const ids = [...new Set(Array.from({ length: 1 + below(4) }, () => 1 + below(people)))];
  const facts = async (asked: number[]) => readFacts(read, { ids: asked }, operator);
  const licensed = new Set(
    (await read.selectFrom('users').select('person_id').where('person_id', 'in', ids).execute()).map(
      user => user.person_id,
    ),
  );
  const users = ids.filter(id => licensed.has(id));
  const others = ids.filter(id => !licensed.has(id));
  const edits = below(2) ? joining(queues[below(3)]!) : leaving(queues[below(3)]!);
  switch (below(8)) {
    case 0:
    case 1:
      return plan(adding(setting({ role: 'Agent' })), await facts(others));
    case 2:
      return plan(
        editing(edits, setting({ user_access: below(2) ? 'active' : 'inactive' })),
        await facts(users),
      );
    case 3:
      return plan(editing(setting({ display_name: `Ana Silva ${below(50)}` })), await facts(users));
    case 4:
      return plan({ kind: 'remove' }, await facts(users));
    case 5:
    case 6: {
      const stacks = await readStacks(read, operator.operator_id);
      const id = below(2) ? stacks.undo : stacks.redo;
      const set = id === null ? null : await readChangeSet(read, id);
      return set && plan({ kind: 'undo', set }, await facts(set.changes.map(change => change.person_id)));
    }
    default: {
      const asked = await facts(ids);
      const rows = asked.subjects.map((subject, index) => ({
        line: index + 2,
        user_email: 'person' in subject ? (subject.person?.user_email ?? '') : '',
        edits: [...setting({ role: 'Agent', status_name: below(2) ? 'Ready' : 'Offline' }), ...edits],
      }));
      return plan({ kind: 'import', rows, problems: [], onlyAdd: false }, asked);
    }
  }
}

/** People as a directory has them today, under other names than yesterday. */
async function importPeople(): Promise<void> {
  const from = 1 + below(people - 5);
  const incoming = Array.from({ length: 5 }, (_, n) => ({
    user_email: `p${from + n}@acme.example`,
    first_name: ['Ana', 'Bruno', 'Zoë', '美玲'][below(4)]!,
    last_name: `Silva ${below(10)}`,
  }));
  await roster
    .write()
    .transaction()
    .execute(trx => upsertPeople(trx, incoming));
}

let stale = 0;
let refused = 0;
let longest = 0;
for (let done = 0; done < Number(times); ) {
  if (below(40) === 0) {
    await roster.close();
    roster = await openRoster(path);
  }
  const began = performance.now();
  if (below(12) === 0) {
    await importPeople();
  } else {
    const changeSet = await next();
    if (!changeSet || changeSet.changes.length === 0) continue;
    if (changeSet.problems.length > 0) {
      refused++;
      continue;
    }
    // Somebody thinks about it meanwhile.
    if (below(4) === 0) await sleep(below(20));
    const outcome = await applyChangeSet(roster.write(), changeSet, { ...by, at: new Date().toISOString() });
    if (outcome.ok) {
      process.stdout.write(`${outcome.applied.id} ${outcome.applied.users}\n`);
      done++;
    } else stale++;
  }
  longest = Math.max(longest, performance.now() - began);
}
await roster.close();
process.stdout.write(`stale ${stale}\nrefused ${refused}\nwaited ${Math.round(longest)}\n`);
