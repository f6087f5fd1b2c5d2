import type { Catalog } from '../catalog/catalog.ts';
import type { Problem } from '../plan/change-set.ts';
import { shellWord } from '../text/shell-word.ts';
import { counted, listed } from '../text/words.ts';
import type { FieldEdit } from './field-edit.ts';
import { readQueues } from './read-value.ts';
import type { UserSettings } from './user.ts';

/**
 * Says of each queue that users are to opt in to or out of how many of them are not even in it, once the edits are made;
 * where nobody is, that is a problem.
 */
export function optingElsewhere(
  edits: readonly FieldEdit[],
  after: readonly { name: string; settings: UserSettings }[],
  catalog: Catalog,
): { problems: Problem[]; notices: string[] } {
  const problems: Problem[] = [];
  const notices: string[] = [];
  if (after.length === 0) return { problems, notices };
  for (const { op, text } of edits) {
    const read = op === 'opt-in' || op === 'opt-out' ? readQueues(text, catalog) : { value: [] };
    for (const { id, name: value } of 'value' in read ? read.value : []) {
      const outside = after.filter(({ settings }) => !settings.queues.some(queue => queue.id === id));
      if (outside.length === 0) continue;
      const who =
        outside.length > 3 ? counted(outside.length, 'user') : listed(outside.map(({ name }) => name));
      const message = `${who} ${outside.length === 1 ? 'is' : 'are'} not in the queue ${value}`;
      if (outside.length < after.length) notices.push(`${message}.`);
      else
        problems.push({
          code: 'not_in_queue',
          column: 'queues',
          value,
          message: `${message}, so there is nothing to ${op === 'opt-in' ? 'opt in to' : 'opt out of'}. Put them in it first: --add-queue ${shellWord(value)}`,
        });
    }
  }
  return { problems, notices };
}
