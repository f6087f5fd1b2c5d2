import type { PackageCount, PoolUse } from './facts.ts';
import type { LicenseModel, PackageName } from './vocabulary.ts';

/** How many users have something that the account has. */
export interface UsersOf {
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
}

/** The most users of a package that were signed in at once in an hour. */
export interface HourPeak {
  /** When the hour begins; ISO 8601 UTC. */
  hour: string;
  package_name: PackageName;
  /** Null: nothing is known of it. */
  peak: number | null;
}
