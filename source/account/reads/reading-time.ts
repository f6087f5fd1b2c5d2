import { limitsOf } from '../../roster/push/rate-limits.ts';
import type { Plan } from '../../roster/users/vocabulary.ts';
import * as catalogReads from './catalog-reads.ts';
import type { ListRead } from './list-read.ts';
import * as reads from './reads.ts';

/** Pages that the members of a queue have at least: of agents and of supervisors. */
const pagesOfQueue = 2;
/** Queues that a user is in, in most accounts. */
const queuesOfUser = 2;

type List = Pick<ListRead<never>, 'path' | 'pageSize'>;

interface Account {
  /** How many rows lists have, by their paths. */
  sizes: ReadonlyMap<string, number>;
  plan: Plan;
  /** How much of the rate is taken. */
  share: number;
}

/** About how many seconds reading an account takes by its rate: its lists, and the levels of skills at most. */
export function readingTime({ sizes, plan, share }: Account): { lists: number; levels: number } {
  const size = ({ path }: List) => sizes.get(path) ?? 0;
  const pages = (list: List) => Math.max(1, Math.ceil(size(list) / list.pageSize));
  const limits = limitsOf(plan);
  const short: List[] = [
    catalogReads.roles,
    catalogReads.regions,
    catalogReads.queues,
    catalogReads.skills,
    reads.users,
  ];
  const medium =
    short.reduce((sum, list) => sum + pages(list), 0) +
    size(catalogReads.queues) * pagesOfQueue +
    Math.ceil((size(reads.users) * queuesOfUser) / reads.queueAgents.pageSize) +
    size(catalogReads.skills);
  const general = pages(reads.people) + pages(reads.inactivePeople);
  return {
    lists: medium / (limits.medium * share) + general / (limits.general * share),
    levels: size(reads.users) / (limits[reads.userSkills.category] * share),
  };
}
