import type { CatalogKind } from '../plan/change-set.ts';
import { assignmentSuffix } from '../users/assignment.ts';
import type { FieldEdit } from '../users/field-edit.ts';
import { splitValues } from '../users/read-value.ts';
import type { FieldName, Reference } from '../users/user.ts';
import type { Catalog } from './catalog.ts';
import { findByName } from './find-by-name.ts';

/** What templates can name, the field that does, and what may stand behind the name there. */
const mentions: Partial<
  Record<
    CatalogKind,
    { field: FieldName; list: (catalog: Catalog) => readonly Reference[]; suffix?(part: string): string }
  >
> = {
  queue: { field: 'queues', list: catalog => catalog.queues, suffix: assignmentSuffix },
  skill: {
    field: 'skills',
    list: catalog => catalog.skills,
    suffix: part => /\s*=[^=]*$/.exec(part)?.[0] ?? '',
  },
  team: { field: 'team', list: catalog => catalog.teams, suffix: assignmentSuffix },
  region: { field: 'region', list: catalog => catalog.regions },
  role: { field: 'role', list: catalog => catalog.roles },
};

/**
 * A template's edits once the thing with this id is called `name`, or is gone where that is null: templates
 * name things, and a name that nothing answers to would spoil them. The same array if they do not name it.
 */
export function retargeted(
  edits: readonly FieldEdit[],
  { of, id, name }: { of: CatalogKind; id: number; name: string | null },
  catalog: Catalog,
): readonly FieldEdit[] {
  const mention = mentions[of];
  if (!mention) return edits;
  let touched = false;
  const after = edits.flatMap(edit => {
    if (edit.field !== mention.field || edit.op === 'clear') return [edit];
    const parts = splitValues(edit.text);
    const renamed = parts.flatMap(part => {
      const suffix = suffixAfter(part, id, mention.list(catalog), mention.suffix);
      if (suffix === null) return [part];
      touched = true;
      return name === null ? [] : [`${name}${suffix}`];
    });
    if (renamed.length === 0 && parts.length > 0) return [];
    return [{ ...edit, text: renamed.join('; ') }];
  });
  return touched ? after : edits;
}

/** What stands behind the name if a part names the thing with this id, else null. A whole name comes first. */
function suffixAfter(
  part: string,
  id: number,
  list: readonly Reference[],
  suffix: ((part: string) => string) | undefined,
): string | null {
  const whole = findByName(list, part, '');
  if ('found' in whole) return whole.found.id === id ? '' : null;
  const behind = suffix?.(part) ?? '';
  if (behind === '') return null;
  const bare = findByName(list, part.slice(0, -behind.length), '');
  return 'found' in bare && bare.found.id === id ? behind : null;
}
