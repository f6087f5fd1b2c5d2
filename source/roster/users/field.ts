import type { Catalog } from '../catalog/catalog.ts';
import { findByName } from '../catalog/find-by-name.ts';
import { type FieldType, optionsOf } from './field-types.ts';
import {
  type Read,
  readChoice,
  readChoices,
  readCountry,
  readNumber,
  readQueues,
  readSkills,
  readTeam,
  readText,
} from './read-value.ts';
import type { FieldName, Reference, UserSettings } from './user.ts';

/** A setting of a user: what it takes, when it may be set, how it reads and prints. */
export interface Field<Name extends FieldName = FieldName> {
  name: Name;
  /** The name in JSON, CSV and on the command line; the vendor's own where it has one. */
  jsonName: string;
  label: string;
  type: FieldType;
  /**
   * Domain rule 3: what the vendor takes together with adding, what only in a second step right after, and what is never
   * set from here: it is read from the account, and shown.
   */
  settable: 'when-adding' | 'after-adding' | 'at-the-account';
  /** Whether the vendor's API takes it. */
  byApi: boolean;
  /** Somebody's own: no template for adding has it (domain rule 3). */
  personal: boolean;
  /** What stands there after clearing; undefined where there has to be a value. */
  cleared: UserSettings[Name] | undefined;
  /** The value that a text stands for. */
  read(text: string, catalog: Catalog): Read<UserSettings[Name]>;
  toJson(value: UserSettings[Name]): unknown;
  toText(value: UserSettings[Name]): string;
}

/** How values of a type are read, whichever field they belong to. */
function readAs(type: FieldType): (text: string, catalog: Catalog) => Read<unknown> {
  switch (type.kind) {
    case 'choice':
      return (text, catalog) => readChoice(text, optionsOf(type, catalog));
    case 'choices':
      return (text, catalog) => readChoices(text, optionsOf(type, catalog));
    case 'text':
      return text => readText(text, type);
    case 'country':
      return readCountry;
    case 'number':
      return text => readNumber(text, type);
    case 'reference':
      return (text, catalog) => readReference(text, type.of, catalog);
    case 'team':
      return readTeam;
    case 'queues':
      return readQueues;
    case 'skills':
      return readSkills;
    case 'as-read':
      return text => ({ value: text });
  }
}

function readReference(text: string, of: 'role' | 'region', catalog: Catalog): Read<unknown> {
  const list: readonly Reference[] = of === 'role' ? catalog.roles : catalog.regions;
  const found = findByName(list, text, of);
  return 'problem' in found ? found : { value: { id: found.found.id, name: found.found.name } };
}

interface Parts<Name extends FieldName> {
  jsonName?: string;
  settable?: Field['settable'];
  byApi?: boolean;
  personal?: true;
  cleared?: UserSettings[Name];
  read?: Field<Name>['read'];
  toJson?(value: UserSettings[Name]): unknown;
  toText?(value: UserSettings[Name]): string;
}

/** A field as most are, but for what is said of it. */
export function field<Name extends FieldName>(
  name: Name,
  label: string,
  type: FieldType,
  {
    jsonName = name,
    settable = 'when-adding',
    byApi = true,
    personal,
    cleared,
    read,
    toJson,
    toText,
  }: Parts<Name>,
): Field<Name> {
  return {
    name,
    label,
    type,
    jsonName,
    settable,
    byApi,
    personal: personal === true,
    cleared,
    read: read ?? (readAs(type) as Field<Name>['read']),
    toJson: toJson ?? (value => value),
    toText: toText ?? (value => (Array.isArray(value) ? value.join('; ') : String(value ?? ''))),
  };
}
