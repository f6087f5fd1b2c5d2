import { once } from 'node:events';
import { operatorByLogin } from '../../db/catalog/operators.ts';
import { applyChangeSet } from '../../db/changes/apply.ts';
import { readFacts } from '../../db/changes/facts.ts';
import { openRoster } from '../../db/open.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { editing, joining, leaving } from '../roster/intents.ts';

/**
 * A process of its own that changes one user of a shared roster again and again, planning anew whenever
 * somebody else was faster: `apply-many.ts PATH TIMES QUEUE`. It turns between being in the queue and not,
 * opening the roster anew now and then as commands do. Begins when it is told to on standard input, so that
 * several begin together. Prints how often it had to plan anew.
 */
const [path = '', times = '', queue = ''] = process.argv.slice(2);

process.stdout.write('ready\n');
await once(process.stdin.resume(), 'end');

let stale = 0;
let done = 0;
while (done < Number(times)) {
  const roster = await openRoster(path);
  const operator = (await operatorByLogin(roster.read, 'maria'))!;
  for (const stop = Math.min(done + 10, Number(times)); done < stop; ) {
    const intent = editing(done % 2 === 0 ? joining(queue) : leaving(queue));
    const changeSet = plan(intent, await readFacts(roster.read, { ids: [1] }, operator));
    const by = { operator_id: 1, operator_name: queue, via: 'local', at: new Date().toISOString() };
    if ((await applyChangeSet(roster.write(), changeSet, by)).ok) done++;
    else stale++;
  }
  await roster.close();
}
process.stdout.write(String(stale));
