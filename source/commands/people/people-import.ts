import * as z from 'zod/mini';
import { readAccount } from '../../../db/catalog/account.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { columnsLine } from '../../csv/header.ts';
import { accountPlanProblems } from '../../roster/access/permission.ts';
import { repeatedProblems } from '../../roster/plan/repeated-problems.ts';
import { capitalized, counted, listed, number } from '../../roster/text/words.ts';
import { printJson } from '../history/print-change-set.ts';
import type { Call } from '../shell/command.ts';
import type { Io } from '../shell/io.ts';
import { note, progressLine, say, sayProblem } from '../shell/messages.ts';
import { common, flag, readOptions } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { print } from '../shell/stdout.ts';
import { admit, withRoster } from '../storage/with-roster.ts';
import { openCsv } from '../users/csv-source.ts';
import { leaversNote } from './leavers-note.ts';
import { importPeople, type PeopleImport } from './people-rows.ts';

const schema = z.object({ ...common, strict: flag, dryRun: flag });
type Options = z.infer<typeof schema>;

/** `roster people import` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  return await withRoster(io, options, 'UserManagement:Edit', async ({ roster }) => {
    const file = call.arguments[0] ?? '';
    const source = await openCsv(io, file, { twice: options.strict === true });
    const progress = progressLine(io, options);
    /** What was said already: the same on other lines is said at the end, once. */
    const told = new Set<string>();
    try {
      const result = await importPeople(roster, source.bytes, {
        file,
        atHand: source.atHand,
        strict: options.strict === true,
        dryRun: options.dryRun === true,
        onProblem(problem) {
          const [first] = repeatedProblems([problem]);
          const key = `${problem.column ?? ''}\n${problem.message}`;
          if (!first || told.has(key)) return;
          told.add(key);
          progress.clear();
          sayProblem(io, first);
        },
        admit: db => admitChanges(io, db),
        onRows: rows => progress.show(`${number(rows)} people …`),
      });
      progress.clear();
      // Of whom an import would make inactive nobody has left yet.
      const isWritten = !options.dryRun && !result.refusedWhole;
      const leavers = isWritten ? await leaversNote(roster.read, io, options) : null;
      await report(io, result, leavers ? [leavers.text] : [], options);
      return exitCode(result);
    } finally {
      progress.clear();
      await source.close();
    }
  });
}

/** Under the lock: whoever imports may still change the roster, and the account's plan qualifies (domain rule 1). */
async function admitChanges(io: Io, db: Db): Promise<void> {
  await admit(io, db, 'UserManagement:Edit');
  const [unfit] = accountPlanProblems({ catalog: [] }, await readAccount(db));
  if (unfit) throw new Refusal(unfit.message, exits.refused, unfit.code);
}

function exitCode({ refused, fatal, refusedWhole }: PeopleImport): number {
  if (refusedWhole) return exits.refused;
  return refused > 0 || fatal ? exits.partial : exits.done;
}

async function report(
  io: Io,
  result: PeopleImport,
  leavers: readonly string[],
  options: Options,
): Promise<void> {
  const { renamed, renamed_not_listed, made_inactive, made_inactive_not_listed } = result;
  const { people, added, updated, unchanged, refused, problems, problems_not_listed, fatal, refusedWhole } =
    result;
  for (const { line, place } of repeatedProblems(problems))
    if (place.startsWith('lines ')) say(io, `${capitalized(place)}: the same as on line ${line}.`);
  if (problems_not_listed > 0)
    say(io, `And ${counted(problems_not_listed, 'more problem')}; mend these first.`);
  const format = options.format ?? 'table';
  const notices = [...columnNotices(result), ...peopleNotices(result), ...leavers];
  if (format !== 'table') {
    const counts = { people, added, updated, unchanged, refused };
    if (format === 'csv')
      await print(io, `${Object.keys(counts).join(',')}\r\n${Object.values(counts).join(',')}\r\n`);
    else
      await printJson(
        io,
        {
          ...{ ...counts, renamed, renamed_not_listed, made_inactive, made_inactive_not_listed },
          ...{ notices, problems, problems_not_listed },
        },
        options,
      );
  } else if (!refusedWhole || people > 0) await print(io, `${sentence(result)}\n`);
  for (const notice of notices) note(io, notice, options);
  if (options.dryRun) note(io, 'Nothing was written (--dry-run).', options);
  else if (refusedWhole) say(io, 'Nothing was written.');
  else if (fatal)
    say(io, `The file was read up to line ${fatal.line} only; the good rows before it are written.`);
}

/** Which columns were read and which not (domain rule 10). */
function columnNotices({ columns }: PeopleImport): string[] {
  if (!columns) return [];
  const notices = [columnsLine(columns.used, columns.unused)];
  if (!columns.tellsStatus)
    notices.push(
      'No column says whose account is active: whoever is new counts as active, others stay as they are.',
    );
  return notices;
}

/** So many are named in a sentence. */
const namedAtMost = 20;

/** Who has a new address, and whose license an admin may want back (domain rule 10). */
function peopleNotices(result: PeopleImport): string[] {
  const { renamed, made_inactive } = result;
  const moved = renamed.length + result.renamed_not_listed;
  const inactiveNow = made_inactive.length + result.made_inactive_not_listed;
  const notices: string[] = [];
  if (moved > 0) {
    const pairs = renamed.map(({ before, after }) => `${before} → ${after}`);
    const have = moved === 1 ? 'person has' : 'people have';
    notices.push(
      `${number(moved)} ${have} a new address, and license and settings as before: ${listed(pairs, namedAtMost, moved)}.`,
    );
  }
  if (inactiveNow > 0) {
    const keep = inactiveNow === 1 ? 'user keeps' : 'users keep';
    notices.push(
      `${number(inactiveNow)} ${keep} the license though the account is inactive now: ${listed(made_inactive, namedAtMost, inactiveNow)}.`,
    );
  }
  return notices;
}

/** `2,000 people: 1,990 added, 5 updated, 5 refused`; what is 0 is left out. */
function sentence({ people, added, updated, unchanged, refused }: PeopleImport): string {
  const parts = Object.entries({ added, updated, unchanged, refused })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${number(count)} ${what}`);
  const total = `${number(people)} ${people === 1 ? 'person' : 'people'}`;
  return parts.length > 0 ? `${total}: ${parts.join(', ')}` : total;
}
