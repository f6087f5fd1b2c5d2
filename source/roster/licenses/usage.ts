import type { PackageCount, PoolUse } from '../plan/facts.ts';
import type { LicenseModel, PackageName } from '../users/vocabulary.ts';

/** How many users have something that the account has. */
export interface UsersOf {
  id: number;
  name: string;
  users: number;
}

/** What the account's licenses are used for. */
export interface Usage {
  /** When it was read; ISO 8601 UTC. */
  at: string;
  license_model: LicenseModel;
  pools: PoolUse[];
  packages: PackageCount[];
  roles: UsersOf[];
  queues: UsersOf[];
  /** Of the last 24 hours by package, the oldest first. */
  peaks: HourPeak[];
  /** The newest times over a pool, the newest first, and how many older ones there are. */
  overages: Overage[];
  overages_not_listed: number;
}

/** A time in which more users were signed in than there were licenses (domain rule 4). */
export interface Overage {
  package_name: PackageName;
  /** ISO 8601 UTC. */
  since: string;
  /** Null while it lasts. */
  until: string | null;
  /** The most that were signed in at once, and how many licenses there were then. */
  most: number;
  total: number;
  /** The change that began it; null where that is not known. */
  change_set_id: number | null;
}

/** The most users of a package that were signed in at once in an hour. */
export interface HourPeak {
  /** When the hour begins; ISO 8601 UTC. */
  hour: string;
  package_name: PackageName;
  /** Null: nothing is known of it. */
  peak: number | null;
}
