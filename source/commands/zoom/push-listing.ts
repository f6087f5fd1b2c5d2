import type { ListedPush } from '../../../db/account/push-list.ts';
import { pushText } from '../../roster/push/push-text.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { number } from '../../roster/text/words.ts';
import type { Listing } from '../shell/listing.ts';

/** Change sets that are for the account too: a line each. */
export const pushListing: Listing<ListedPush> = {
  titles: ['Id', 'When', 'Who', 'What', 'Calls', 'At the account'],
  row: push => [
    String(push.id),
    localTime(push.at),
    push.operator_name,
    push.summary,
    number(push.calls),
    pushText(push),
  ],
  columns: [
    'id',
    'at',
    'operator',
    'summary',
    'state',
    'changed_at',
    'done',
    'calls',
    'refused',
    'taken_back_by',
  ],
  cells: push => Object.values(jsonOf(push)).map(value => String(value ?? '')),
  json: jsonOf,
};

function jsonOf({
  id,
  at,
  operator_name,
  summary,
  state,
  changed_at,
  done,
  calls,
  refused,
  refused_set_id,
}: ListedPush) {
  return {
    ...{ id, at, operator: operator_name, summary, state, changed_at },
    ...{ done, calls, refused, taken_back_by: refused_set_id },
  };
}
