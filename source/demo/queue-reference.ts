import type { Queue } from '../roster/catalog/catalog.ts';

/** What users keep of a queue they belong to. */
export type QueueReference = Pick<Queue, 'id' | 'name' | 'channel'>;
