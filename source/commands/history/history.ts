import * as z from 'zod/mini';
import { readFacts } from '../../../db/changes/facts.ts';
import { changesOf, listChangeSets, readChangeSet } from '../../../db/history/change-sets.ts';
import { snapshot } from '../../../db/sqlite/snapshot.ts';
import { type AppliedChangeSet, undoneText } from '../../roster/plan/change-set.ts';
import { unknownPerson } from '../../roster/plan/subjects.ts';
import { emailsIn } from '../../roster/screen/pasted-emails.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { visible } from '../../terminal/escape.ts';
import type { Call } from '../shell/command.ts';
import { printListing } from '../shell/listing.ts';
import { note } from '../shell/messages.ts';
import { type Common, common, isPage, readOptions, wholeNumber } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { type Work, withRoster } from '../storage/with-roster.ts';
import { historyListing } from './history-listing.ts';
import { printChangeSet } from './print-change-set.ts';

const schema = z.object({
  ...common,
  show: z.optional(wholeNumber),
  limit: z.optional(wholeNumber),
  offset: z.optional(wholeNumber),
});
type Options = z.infer<typeof schema>;

/** `roster history` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const [email] = call.arguments;
  if (options.show !== undefined && email !== undefined)
    throw new Refusal('Name an e-mail or --show ID, not both.', exits.usage);
  await withRoster(io, options, 'RptContactCenterOperationLog:Read', async work => {
    if (options.show !== undefined) await showOne(work, options.show, options);
    else await list(work, email, options);
  });
  return exits.done;
}

async function showOne({ roster, io }: Work, id: number, options: Common): Promise<void> {
  const set = await readChangeSet(roster.read, id);
  if (!set) throw new Refusal(`There is no change set ${id}. See: roster history`);
  if ((options.format ?? 'table') === 'table') {
    const facts = [localTime(set.at), set.operator_name, set.via, undoneText(set)].filter(Boolean);
    const head = `Change set ${id}, ${facts.join(', ')}`;
    await print(io, `${visible(head)}\n`);
  }
  await printChangeSet(io, set, options);
}

async function list(work: Work, email: string | undefined, options: Options): Promise<void> {
  const { io } = work;
  const person_id = email === undefined ? undefined : await personId(work, email);
  const whole = options.format === 'json' || options.format === 'ndjson';
  const count = await snapshot(work.roster.read, async db => {
    const { limit, offset } = options;
    const sets = await listChangeSets(db, { person_id, limit, offset });
    async function* withChanges(): AsyncGenerator<AppliedChangeSet> {
      for (const set of sets) yield { ...set, changes: await changesOf(db, set.id, person_id) };
    }
    return await printListing(io, historyListing, whole ? withChanges() : sets, options);
  });
  if (count === 0)
    note(
      io,
      isPage(options)
        ? 'No change is on that page.'
        : `No changes${email === undefined ? '' : ` of ${email}`} yet.`,
      options,
    );
}

async function personId({ roster, who }: Work, named: string): Promise<number> {
  const [email = named] = emailsIn(named);
  const { subjects } = await readFacts(roster.read, { emails: [email] }, who.operator);
  const person = subjects[0]?.person;
  if (!person) throw new Refusal(unknownPerson(email).message);
  return person.person_id;
}
