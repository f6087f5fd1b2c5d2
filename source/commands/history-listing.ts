import type { AppliedChangeSet } from '../roster/change-set.ts';
import { changeSetJson } from '../roster/json.ts';
import { localTime } from '../roster/local-time.ts';
import type { Listing } from './listing.ts';

/** Change sets as lists print them: a line each. */
export const historyListing: Listing<AppliedChangeSet> = {
  titles: ['Id', 'When', 'Who', 'From', 'What', ''],
  row: set => [String(set.id), localTime(set.at), set.operator_name, set.via, set.summary, undone(set)],
  columns: ['id', 'at', 'operator', 'via', 'kind', 'summary', 'users', 'undoes', 'undone_by'],
  cells: set => [
    String(set.id),
    set.at,
    set.operator_name,
    set.via,
    set.kind,
    set.summary,
    String(set.users),
    String(set.undoes ?? ''),
    String(set.undone_by ?? ''),
  ],
  json: changeSetJson,
};

function undone({ undone_by }: AppliedChangeSet): string {
  return undone_by === null ? '' : `undone by ${undone_by}`;
}
