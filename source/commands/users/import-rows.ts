import { readFacts } from '../../../db/changes/facts.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { importResult } from '../../csv/import-result.ts';
import { fileNotices, readUserRows, type UserFile } from '../../csv/users.ts';
import type { Operator } from '../../roster/access/privileges.ts';
import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { plan } from '../../roster/plan/plan.ts';
import type { Import } from '../../roster/plan/plan-import.ts';
import { emailKey } from '../../roster/users/email-key.ts';
import { requirePeople } from '../account/first-steps.ts';
import type { Io } from '../shell/io.ts';
import { printAll } from '../shell/stdout.ts';
import { tableStyle } from '../shell/text-table.ts';
import type { Work } from '../storage/with-roster.ts';
import type { Fate } from '../zoom/push-and-wait.ts';
import { type ChangeOptions, change } from './change.ts';
import { openCsv } from './csv-source.ts';
import { importedLines, importPreview } from './import-preview.ts';
import { openResult } from './result-file.ts';

export interface ImportOptions extends ChangeOptions {
  /** Where to write what became of each row. */
  result?: string | undefined;
}

/**
 * Imports the users of a CSV file, or `-`: reads it whole, shows the difference, asks where somebody can be asked, and
 * writes all of it or nothing. Returns the exit code. Throws Refusal.
 */
export async function importRows(
  work: Work,
  name: string,
  { onlyAdd, defaults }: Pick<Import, 'onlyAdd' | 'defaults'>,
  options: ImportOptions,
): Promise<number> {
  const { io } = work;
  const file = await readFile(io, name, onlyAdd);
  await requirePeople(work.roster.read);
  const result = options.result === undefined ? null : await openResult(io, options.result, name);
  const { rows, problems } = file;
  const intent = { rows, problems, onlyAdd, defaults, notices: fileNotices(file) };
  let addresses: ReadonlyMap<number, string> = new Map();
  const changing = {
    async plan(db: Db) {
      const planned = await planRows(db, work.who.operator, intent);
      addresses = planned.addresses;
      return planned.set;
    },
    show(set: ChangeSet, told: boolean) {
      const style = tableStyle(io, options);
      return printAll(io, told ? importedLines(set, style) : importPreview(set, style));
    },
    looking: { always: true, byList: true, inputTaken: name === '-' },
    async finished(set: ChangeSet, written: boolean, fate: Fate | null) {
      const refused = refusedOf(fate);
      const { columns, rows } = importResult(file, set, { written, addresses, refused });
      await result?.write(columns, rows);
    },
  };
  try {
    return await change(work, changing, options);
  } finally {
    await result?.discard();
  }
}

/** Why the account did not take somebody, by the key of their address. */
function refusedOf(fate: Fate | null): Map<string, string> {
  return new Map(
    (fate?.refusals ?? []).flatMap(({ user_email, reason }) =>
      user_email === null ? [] : [[emailKey(user_email), reason]],
    ),
  );
}

async function readFile(io: Io, name: string, onlyAdd: boolean): Promise<UserFile> {
  const source = await openCsv(io, name, { twice: false });
  try {
    return await readUserRows(source.bytes(), { file: name, onlyAdd });
  } finally {
    await source.close();
  }
}

async function planRows(
  db: Db,
  operator: Operator,
  intent: Import,
): Promise<{ set: ChangeSet; addresses: ReadonlyMap<number, string> }> {
  const facts = await readFacts(db, intent, operator);
  const addresses = intent.rows.map(
    ({ line, user_email }, n) => [line, facts.subjects[n]?.person?.user_email ?? user_email] as const,
  );
  return { set: plan({ kind: 'import', ...intent }, facts), addresses: new Map(addresses) };
}
