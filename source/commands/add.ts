import * as z from 'zod/mini';
import type { AddSettings } from '../roster/plan-add.ts';
import { packageNames, userAccesses } from '../roster/vocabulary.ts';
import { change } from './change.ts';
import type { Call } from './command.ts';
import { choice, common, flag, readOptions } from './options.ts';
import { planFor, requireNamed } from './subjects.ts';
import { withRoster } from './with-roster.ts';

const schema = z.object({
  ...common,
  role: z.string(),
  package: choice(packageNames),
  status: choice(userAccesses),
  country: z.optional(
    z.string().check(
      z.toUpperCase(),
      z.regex(/^[A-Z]{2}$/, {
        error: ({ input }) => `"${input}" is no country code; two letters, such as DE.`,
      }),
    ),
  ),
  dryRun: flag,
});

/** `roster add` */
export async function run(call: Call): Promise<number> {
  const options = readOptions(schema, call);
  const settings: AddSettings = {
    role: options.role,
    ...(options.package && { package_name: options.package }),
    ...(options.status && { user_access: options.status }),
    ...(options.country && { country_iso_code: options.country }),
  };
  const named = await requireNamed(call);
  return await withRoster(options, 'UserManagement:Edit', work => {
    const plan = () => planFor(work, named, { kind: 'add', settings });
    return change(work, { plan }, options);
  });
}
