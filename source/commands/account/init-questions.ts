import { requireFree } from '../../../db/create.ts';
import { readAccountName, readPlan } from '../../roster/catalog/catalog-fields.ts';
import type { Read } from '../../roster/users/read-value.ts';
import { type Plan, plans } from '../../roster/users/vocabulary.ts';
import type { Question } from '../screen/ask.tsx';
import type { Io } from '../shell/io.ts';
import { say } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { isPlain } from '../shell/plain.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { canAsk } from '../shell/standard-input.ts';
import { type Pools, readPools } from './pool-options.ts';

/** What options say of the account. */
interface Given {
  plan: Plan | undefined;
  pools: Pools | undefined;
}

/**
 * Asks for the account that is to be made at `path`: its name, and of plan and licenses what is not given. Throws Refusal
 * where nobody can be asked, where they leave, and where a file is there already.
 */
export async function askForAccount(
  io: Io,
  path: string,
  given: Given,
  options: Common,
): Promise<Given & { account: string }> {
  if (!canAsk(io) || isPlain(io, options))
    throw new Refusal(
      "Required option '--account <name>' not specified\nHelp: roster init --help",
      exits.usage,
    );
  requireFree(path);
  const { ask } = await import('../screen/ask.tsx');
  say(io, `Makes a roster of your account in ${path}.`);
  say(io, 'Enter takes what stands in brackets. Esc leaves, and nothing is made.');
  say(io, '');
  const questions = {
    account: { label: 'Account name', check: text => problemOf(readAccountName(text)) },
    ...(given.plan === undefined && { plan }),
    ...(given.pools === undefined && { licenses }),
  } satisfies Record<string, Question>;
  const answers = await ask(questions, io, 'Nothing was made.');
  return {
    account: answers.account,
    plan: answers.plan === undefined ? given.plan : answerOf(readPlan(answers.plan)),
    pools: answers.licenses === undefined ? given.pools : answerOf(readPools(wordsOf(answers.licenses))),
  };
}

const plan: Question = {
  label: 'Plan',
  hint: plans.join(', '),
  default: 'business',
  check: text => problemOf(readPlan(text)),
};

const licenses: Question = {
  label: 'Licenses bought',
  hint: 'such as 500, or 500 premium=20',
  default: '0',
  check(text) {
    const read = readPools(wordsOf(text));
    return 'wanted' in read ? `Say ${read.wanted}` : null;
  },
};

function problemOf(read: Read<unknown>): string | null {
  return 'problem' in read ? read.problem.message : null;
}

/** Of a text that was checked. */
function answerOf<Value>(read: { value: Value } | object): Value | undefined {
  return 'value' in read ? read.value : undefined;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(word => word !== '');
}
