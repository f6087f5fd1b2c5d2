import type { Person, Reference, User } from './user.ts';
import type { Channel, LicenseModel, PackageName, Plan } from './vocabulary.ts';

/** A license pool and how much of it is in use: users under the named model, signed-in users under the concurrent one. */
export interface PoolUse {
  package_name: PackageName;
  total: number;
  used: number;
}

export interface QueueReference extends Reference {
  channel: Channel;
}

export interface Account {
  account_name: string;
  plan: Plan;
  license_model: LicenseModel;
}

/** Somebody whom an intent names: the words used for them, and who that is – null where nobody answers to it. */
export interface Subject {
  asked: string;
  person: Person | null;
  user: User | null;
}

/** What a plan needs to know; read from the database in a few queries. */
export interface Facts {
  account: Account;
  pools: PoolUse[];
  roles: Reference[];
  queues: QueueReference[];
  subjects: Subject[];
  /** The account users who may not be removed by this operator, with the reason (screens: dialogs). */
  notRemovable: ReadonlyMap<number, string>;
}
