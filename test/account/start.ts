import { parseArgs } from 'node:util';
import { randomFor } from '../../source/demo/random.ts';
import { startAccount } from './account.ts';
import { carryOut, type Order } from './orders.ts';
import { unlimited } from './rules/rates.ts';

/**
 * An account as a process of its own:
 * `node test/account/start.ts [--port N] [--users N] [--people N] [--plan pro|business] [--latency MS] [--faults SEED] [--seed N]
 * [--tokens one|several] [--edits MS] [--kept FILE] [--unlimited]`. Says in one line of JSON where it is and what opens it; ends on
 * SIGTERM. Who forked it may give it orders.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string' },
    users: { type: 'string' },
    people: { type: 'string' },
    plan: { type: 'string' },
    latency: { type: 'string' },
    faults: { type: 'string' },
    seed: { type: 'string' },
    tokens: { type: 'string' },
    // Where its state is kept: started again it goes on from there.
    kept: { type: 'string' },
    // The other admin changes something that often.
    edits: { type: 'string' },
    // Nobody waits for the rate.
    unlimited: { type: 'boolean' },
  },
});

const account = await startAccount({
  users: number(values.users) ?? 1_000,
  plan: oneOf(['pro', 'business'] as const, values.plan, 'business'),
  tokens: oneOf(['one', 'several'] as const, values.tokens, 'one'),
  ...(values.kept !== undefined && { keptIn: values.kept }),
  ...(values.unlimited && { limits: unlimited }),
  ...Object.fromEntries(
    (['port', 'people', 'latency', 'faults', 'seed'] as const)
      .map(name => [name, number(values[name])] as const)
      .filter(([, value]) => value !== undefined),
  ),
});
process.stdout.write(`${JSON.stringify({ url: account.url, ...account.credentials })}\n`);

const edits = number(values.edits);
if (edits !== undefined) {
  const random = randomFor(15, 1);
  setInterval(() => {
    account.portal.random(random, 1);
    account.keep();
  }, edits);
}
process.on('message', (order: Order) => process.send?.(carryOut(account, order)));
// Whoever forked it is gone.
process.once('disconnect', () => process.exit());
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, async () => {
    await account.close();
    process.exit();
  });

function number(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`${value} is not a number`);
  return Number(value);
}

function oneOf<T extends string>(list: readonly T[], value: string | undefined, usual: T): T {
  const found = list.find(name => name === (value ?? usual));
  if (found === undefined) throw new Error(`${value} is none of ${list.join(', ')}`);
  return found;
}
