import { type AppliedChangeSet, undoneText } from '../../roster/plan/change-set.ts';
import { changeSetJson } from '../../roster/plan/json.ts';
import { localTime } from '../../roster/text/local-time.ts';
import type { Listing } from '../shell/listing.ts';

/** Change sets as lists print them: a line each. */
export const historyListing: Listing<AppliedChangeSet> = {
  titles: ['Id', 'When', 'Who', 'From', 'What', ''],
  row: set => [String(set.id), localTime(set.at), set.operator_name, set.via, set.summary, undoneText(set)],
  columns: [
    'id',
    'at',
    'operator',
    'via',
    'kind',
    'summary',
    'users',
    'undoes',
    'undone_by',
    'partly_undone_by',
  ],
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
    String(set.partly_undone_by ?? ''),
  ],
  json: changeSetJson,
};
