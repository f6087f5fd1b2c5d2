import * as z from 'zod/mini';
import { licenseModels, noticesBy, plans } from '../../roster/users/vocabulary.ts';
import { changeCatalog } from '../catalog/catalog-change.ts';
import type { Call } from '../shell/command.ts';
import { choice, common, flag, readOptions, word, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { readPoolOptions } from './pool-options.ts';

const schema = z.object({
  ...common,
  name: word,
  plan: choice(plans),
  licenseModel: choice(licenseModels),
  licenses: words,
  rateShare: word,
  notices: choice(noticesBy),
  dryRun: flag,
  later: flag,
});

/** `roster account set` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const { name, plan, licenseModel, licenses, rateShare, notices } = options;
  const record = {
    ...(name !== undefined && { account_name: name }),
    ...(plan && { plan }),
    ...(licenseModel && { license_model: licenseModel }),
    ...(rateShare !== undefined && { rate_share: rateShare }),
    ...(notices && { notices }),
    ...(licenses && { licenses: readPoolOptions(licenses) }),
  };
  if (Object.keys(record).length === 0)
    throw new Refusal(
      `Say what to change, such as --licenses 600.\nHelp: roster ${call.name} --help`,
      exits.usage,
    );
  return await changeCatalog(call.io, { action: 'edit', of: 'account', name: '', record }, options);
}
