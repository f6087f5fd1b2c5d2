import { readBases } from '../../../db/account/bases.ts';
import { readRemoteIds } from '../../../db/account/remote-things.ts';
import { stageInMemory } from '../../../db/account/staging.ts';
import { remoteUserIds } from '../../../db/account/user-ids.ts';
import { readCatalog } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import { peopleRows } from '../../../db/users/users.ts';
import { type PushStep, peopleOf } from '../../roster/push/step.ts';
import { fold } from '../../roster/text/fold.ts';
import type { AccountClient } from '../client/client.ts';
import { skillCategories, statuses } from '../reads/catalog-reads.ts';
import type { ListRead } from '../reads/list-read.ts';
import { catalogList } from '../reads/read-account.ts';
import { stageList } from '../reads/stage-list.ts';
import type { Names } from './requests.ts';

/** Finds what the account calls people and things; what the roster does not keep is asked of the account, once. */
export interface Naming {
  of(step: PushStep): Promise<Names>;
  /** The categories of skills are asked for again: there may be a new one. */
  forgetCategories(): void;
}

/** For one push. What `of` asks of the account may throw AccountError. */
export function createNaming(client: AccountClient, read: Db): Naming {
  const statusIds = askedOnce(() =>
    listedIds(
      client,
      statuses,
      row => row.status_name,
      row => row.status_id,
    ),
  );
  const categoryIds = askedOnce(() =>
    listedIds(
      client,
      skillCategories,
      row => row.skill_category_name,
      row => row.skill_category_id,
    ),
  );
  return {
    forgetCategories: categoryIds.forget,
    async of(step) {
      const people = peopleOf(step);
      const ids = await readRemoteIds(read);
      const remote = new Map(
        [...ids].map(([kind, known]) => [kind, new Map([...known].map(([there, here]) => [here, there]))]),
      );
      const bases = await readBases(read, people);
      const directory = await remoteUserIds(read, people);
      const emails = new Map((await peopleRows(read, people)).map(row => [row.person_id, row.user_email]));
      const known = step.operation === 'batchUpdateStatus' ? await statusIds.get() : null;
      const categories = step.operation === 'createSkill' ? await categoryIds.get() : null;
      const catalog = await readCatalog(read);
      return {
        userId: person => bases.get(person)?.remote_id ?? directory.get(person) ?? null,
        email: person => emails.get(person) ?? '',
        thing: (of, id) => remote.get(of)?.get(id) ?? null,
        status: name => known?.get(fold(name)) ?? null,
        category: name => categories?.get(fold(name)) ?? null,
        instead(of, gone) {
          if (of !== 'role' && of !== 'region') return null;
          const list = of === 'role' ? catalog.roles.toReversed() : catalog.regions;
          const isUsual = (one: (typeof list)[number]) => ('built_in' in one ? one.built_in : one.is_main);
          const known = list.filter(({ id }) => id !== gone && remote.get(of)?.has(id));
          const found = known.find(isUsual) ?? known[0];
          return found ? { id: found.id, name: found.name, remote_id: remote.get(of)!.get(found.id)! } : null;
        },
      };
    },
  };
}

/** Asks when it is first wanted, and again where that failed. */
function askedOnce<Answer>(ask: () => Promise<Answer>) {
  let asked: Promise<Answer> | null = null;
  const forget = () => {
    asked = null;
  };
  return {
    forget,
    get() {
      asked ??= ask().catch(error => {
        forget();
        throw error;
      });
      return asked;
    },
  };
}

/** The ids of what a list of the account has, by their names, folded. */
async function listedIds<Row>(
  client: AccountClient,
  list: ListRead<Row>,
  nameOf: (row: Row) => string,
  idOf: (row: Row) => string,
): Promise<Map<string, string>> {
  const staging = await stageInMemory();
  try {
    await stageList(client, staging, list);
    const rows = await catalogList(staging, list);
    return new Map(rows.map(row => [fold(nameOf(row)), idOf(row)]));
  } finally {
    await staging.destroy();
  }
}
