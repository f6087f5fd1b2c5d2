import { bulkInsert, changeRowColumns, userRowColumns } from '../../db/sqlite/bulk-insert.ts';
import type { Db } from '../../db/sqlite/dialect.ts';
import { personKeys, userKeys } from '../../db/sqlite/search/search-keys.ts';
import type { NewPersonRow, NewUserRow, Tables } from '../../db/tables.ts';
import { fieldChanges } from '../roster/users/field-changes.ts';
import type { UserSettings } from '../roster/users/user.ts';
import type { AccountStatus } from '../roster/users/vocabulary.ts';
import type { Import } from './imports.ts';
import type { MadeUpPerson } from './people.ts';

/** Rows of some thousand people, collected and then written together. */
export class PopulationBatch {
  readonly #keepsChanges: boolean;
  #people: (NewPersonRow & { person_id: number })[] = [];
  #search: Tables['draft_search'][] = [];
  #users: NewUserRow[] = [];
  #queues: Tables['queue_members'][] = [];
  #skills: Tables['user_skills'][] = [];
  #changes: Tables['changes'][] = [];

  readonly #insertPeople = bulkInsert('people', personColumns);
  readonly #insertUsers = bulkInsert('users', userRowColumns);
  readonly #insertSearch = bulkInsert('draft_search', ['person_id', 'queue_ids', 'search_key']);
  readonly #insertQueues = bulkInsert('queue_members', [
    'person_id',
    'queue_id',
    'user_assignment_type',
    'opted_in',
  ]);
  readonly #insertSkills = bulkInsert('user_skills', ['person_id', 'skill_id', 'level']);
  readonly #insertChanges = bulkInsert('changes', changeRowColumns);

  /** `keepsChanges`: what each user came with goes into the history too. */
  constructor(keepsChanges: boolean) {
    this.#keepsChanges = keepsChanges;
  }

  addPerson(person: MadeUpPerson, account_status: AccountStatus): void {
    const { number, user_email, first_name, last_name, display_name, department } = person;
    this.#people.push({
      person_id: number,
      user_id: userId(number),
      user_email,
      first_name,
      last_name,
      display_name,
      department,
      account_status,
      ...personKeys(person),
    });
  }

  /** Gives a person the license that came with an import. */
  addUser(person: MadeUpPerson, settings: UserSettings, { id, by, counts }: Import): void {
    const { number: person_id, user_email, display_name } = person;
    const { role, add_ons_plan, region, team, queues, skills, ...others } = settings;
    const { multi_channel_engagements: several, ...plain } = others;
    const { search_key } = userKeys(person, settings.display_name);
    this.#search.push({
      person_id,
      queue_ids: `,${queues.map(queue => `${queue.id},`).join('')}`,
      search_key,
    });
    this.#users.push({
      person_id,
      // Known once everybody is there.
      name_rank: 0,
      ...plain,
      role_id: role.id,
      add_ons_plan: JSON.stringify(add_ons_plan),
      region_id: region?.id ?? null,
      team_id: team?.id ?? null,
      team_role: team?.team_role ?? null,
      multi_channel_engagements: several === null ? null : Number(several),
      added_at: Date.parse(by.at),
      modified_at: Date.parse(by.at),
      modified_by: by.operator_name,
      version: id,
    });
    for (const { id: queue_id, user_assignment_type, opted_in } of queues)
      this.#queues.push({ person_id, queue_id, user_assignment_type, opted_in: opted_in ? 1 : 0 });
    for (const skill of skills) this.#skills.push({ person_id, skill_id: skill.id, level: skill.level });
    counts.set(settings.package_name, (counts.get(settings.package_name) ?? 0) + 1);
    if (!this.#keepsChanges) return;
    const fields = JSON.stringify(fieldChanges(null, settings));
    const user_name = settings.display_name ?? display_name;
    this.#changes.push({
      change_set_id: id,
      person_id,
      user_email,
      user_name,
      action: 'add',
      added_at: null,
      fields,
    });
  }

  /** Writes what was collected and begins anew. */
  async write(trx: Db): Promise<void> {
    await this.#insertPeople(trx, this.#people);
    await this.#insertUsers(trx, this.#users);
    await this.#insertSearch(trx, this.#search);
    await this.#insertQueues(trx, this.#queues);
    await this.#insertSkills(trx, this.#skills);
    await this.#insertChanges(trx, this.#changes);
    this.#people = [];
    this.#users = [];
    this.#search = [];
    this.#queues = [];
    this.#skills = [];
    this.#changes = [];
  }
}

/** As the account gives them out: the person's number in fixed width, so both sort alike. */
function userId(person_id: number): string {
  return `U${person_id.toString(36).toUpperCase().padStart(8, '0')}`;
}

const personColumns = [
  'person_id',
  'user_id',
  'user_email',
  'differing_email_key',
  'first_name',
  'last_name',
  'display_name',
  'department',
  'account_status',
  'name_key',
  'department_key',
] as const;
