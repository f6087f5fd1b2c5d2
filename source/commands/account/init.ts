import * as z from 'zod/mini';
import { createRoster } from '../../../db/create.ts';
import { groupId } from '../../operator/accounts.ts';
import { effectiveLogin } from '../../operator/who.ts';
import { readAccountName } from '../../roster/catalog/catalog-fields.ts';
import { shellWord } from '../../roster/text/shell-word.ts';
import { licenseModels, plans } from '../../roster/users/vocabulary.ts';
import type { Call } from '../shell/command.ts';
import { untilLeaving } from '../shell/leaving.ts';
import { note } from '../shell/messages.ts';
import { choice, common, readOptions, word, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { dbOption, rosterPath } from '../storage/db-path.ts';
import { askForAccount } from './init-questions.ts';
import { readPoolOptions } from './pool-options.ts';

const schema = z.object({
  ...common,
  account: word,
  plan: choice(plans),
  licenseModel: choice(licenseModels),
  licenses: words,
  group: z.optional(z.string().check(z.minLength(1, { error: 'a group has to be named.' }))),
});

/** `roster init` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const path = rosterPath(io, options.db);
  const login = effectiveLogin();
  const gid = options.group === undefined ? null : groupId(options.group);
  if (gid === undefined)
    throw new Refusal(
      `There is no group ${options.group} on this machine. Make it: groupadd ${shellWord(options.group ?? '')}`,
    );
  const { account, plan } = options;
  const given = { account, plan, pools: options.licenses && readPoolOptions(options.licenses) };
  const asked = account === undefined ? await askForAccount(io, path, given, options) : given;
  const name = readAccountName(asked.account ?? '');
  if ('problem' in name)
    throw new Refusal(`--account: ${name.problem.message}\nHelp: roster init --help`, exits.usage);
  const made = {
    account_name: name.value,
    plan: asked.plan ?? 'business',
    license_model: options.licenseModel ?? 'named',
    pools: asked.pools ?? {},
    owner: { operator_name: login, login },
    created_at: new Date().toISOString(),
    gid,
  };
  await untilLeaving(() => createRoster(path, made));
  const next =
    gid === null ? 'roster people import FILE.csv' : 'roster operator add NAME --role ROLE --login LOGIN';
  note(io, `Made ${path}; ${login} owns it. Next: ${next}${dbOption(io, options)}`, options);
  return exits.done;
}
