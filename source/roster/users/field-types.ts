import type { Catalog } from '../catalog/catalog.ts';
import type { OpenList } from './vocabulary.ts';

/** What values a setting takes, with the vendor's limits. Reading, forms, completion and help go by it. */
export type FieldType =
  | { kind: 'choice'; options: readonly string[]; open?: OpenList }
  | { kind: 'choices'; options: readonly string[]; open?: OpenList }
  | { kind: 'text'; max: number }
  | { kind: 'country' }
  | { kind: 'number'; min: number; max: number }
  | { kind: 'reference'; of: 'role' | 'region' }
  | { kind: 'team' }
  | { kind: 'queues' }
  | { kind: 'skills' }
  // What the account says, whatever it is.
  | { kind: 'as-read' };

/** The words that may be chosen in a roster with this catalog. */
export function optionsOf(
  { options, open }: FieldType & { kind: 'choice' | 'choices' },
  { words }: Pick<Catalog, 'words'>,
): readonly string[] {
  return open ? words[open] : options;
}

/** What may be typed, for help and for problems: `a whole number from 0 to 20`. */
export function typeHint(type: FieldType): string {
  switch (type.kind) {
    case 'choice':
      return `one of ${type.options.join(', ')}`;
    case 'choices':
      return `any of ${type.options.join(', ')}, joined with "; "`;
    case 'text':
      return `at most ${type.max} characters`;
    case 'country':
      return 'a country code of two letters, such as DE';
    case 'number':
      return `a whole number from ${type.min} to ${type.max}`;
    case 'reference':
      return `the name of a ${type.of}`;
    case 'team':
      return 'TEAM, "TEAM (supervisor)" or "TEAM (both)"';
    case 'queues':
      return 'QUEUE, "QUEUE (supervisor)" or "QUEUE (both)", joined with "; "';
    case 'skills':
      return 'SKILL=LEVEL with a level from 1 to 5, or SKILL for one without levels, joined with "; "';
    case 'as-read':
      return 'as the account has it';
  }
}
