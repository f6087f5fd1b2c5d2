import { createRoster } from '../../db/create.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { filledFast } from '../../db/sqlite/search/fast-fill.ts';
import { writeHistory } from './history.ts';
import { historySteps } from './history-steps.ts';
import { beginImports, finishImports } from './imports.ts';
import { writeOperators } from './operators.ts';
import { accountName } from './organization.ts';
import { writePeaks } from './peaks.ts';
import { buyLicenses } from './pools.ts';
import { keepsImportedChanges, writePopulation } from './population.ts';
import { writeTemplates } from './templates.ts';
import { daysBefore } from './times.ts';
import { writeOrganization } from './write-organization.ts';

export interface DemoOptions {
  /** How many contact center users: 1 to 1,000,000. */
  users: number;
  /** The operating-system login of who runs the demo: they own the account. */
  login: string;
  /** The account's history ends the day before. */
  now: Date;
  /** When somebody looks: the last day of signed-in users ends there (`now` unless told). */
  watchedAt?: Date;
  /** Told now and then how many of the users are made; their indexes count as part of the work. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Makes a roster of made-up people at `path`. The same options give the same rows, and the first users are the same
 * however many there are. Throws OpenError if the file exists.
 */
export async function makeDemo(path: string, options: DemoOptions): Promise<void> {
  const { login, now } = options;
  const account = {
    account_name: accountName,
    plan: 'business' as const,
    license_model: 'named' as const,
    pools: {},
    owner: { operator_name: login, login },
    created_at: daysBefore(now, 401, '09:00'),
  };
  await createRoster(path, account, db => fillAccount(db, options));
}

/** Of a big account's time, what goes into the rows; the rest goes into their indexes. */
const shareOfRows = 0.7;

async function fillAccount(db: Db, { users, now, watchedAt = now, onProgress }: DemoOptions): Promise<void> {
  const { organization, authors, imports } = await db.transaction().execute(async trx => {
    const organization = await writeOrganization(trx);
    await writeTemplates(trx);
    const authors = await writeOperators(trx, organization);
    return { organization, authors, imports: await beginImports(trx, authors.jonas, now) };
  });
  const report = (fraction: number) => onProgress?.(Math.floor(users * fraction), users);
  const first = await filledFast(
    db,
    () =>
      writePopulation(db, { users, organization, imports, onProgress: done => report(shareOfRows * done) }),
    (built, of) => report(shareOfRows + (1 - shareOfRows) * (built / of)),
  );
  await db.transaction().execute(async trx => {
    const pools = await buyLicenses(trx, users);
    await finishImports(trx, imports, { pools, kept: keepsImportedChanges(users) });
  });
  await writeHistory(db, historySteps(first, users), { authors, now });
  await db.transaction().execute(trx => writePeaks(trx, watchedAt));
}
