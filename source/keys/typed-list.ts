import { fold } from '../roster/text/fold.ts';
import type { TextField } from './text-field.ts';

/** A line of a list to choose from. */
export interface ListItem {
  /** A choice's id, a column's or a command's name; null stands for All, or for none. */
  id: number | string | null;
  label: string;
  /** Shown on the right: a count, a key. */
  detail: string;
  /** Why it can't be picked; null if it can. */
  disabled: string | null;
  /** The heading that it stands under, where there are some. */
  group?: string | undefined;
}

/** A list that is typed to narrow. */
export interface TypedList<Item extends ListItem = ListItem> {
  items: Item[];
  field: TextField;
  /** Id of the item that the cursor is on; where that does not match the field, it is on the first that does. */
  current: ListItem['id'];
  /** What is typed is not looked for in the details. */
  labelsOnly?: boolean;
}

/** The items that have every word typed, in their order; those that begin with it come first. */
export function matchingItems<Item extends ListItem>({
  items,
  field,
  labelsOnly,
}: Omit<TypedList<Item>, 'current'>): Item[] {
  const typed = fold(field.value.trim());
  if (typed === '') return items;
  const words = typed.split(/\s+/);
  const found = items.filter(item => {
    const text = fold(labelsOnly ? item.label : `${item.label} ${item.detail}`);
    return words.every(word => text.includes(word));
  });
  const begins = (item: Item) => fold(item.label).startsWith(typed);
  return [...found.filter(begins), ...found.filter(item => !begins(item))];
}

/** Where the cursor stands among the items that match: on its own, or on the first where that is not among them. */
export function currentPlace<Item extends ListItem>(list: TypedList<Item>): number {
  const at = matchingItems(list).findIndex(item => item.id === list.current);
  return Math.max(0, at);
}

/** The item that the cursor is on; undefined where nothing matches. */
export function currentItem<Item extends ListItem>(list: TypedList<Item>): Item | undefined {
  return matchingItems(list)[currentPlace(list)];
}

/** The item that the cursor is on after it went so many down, or up. */
export function itemAfter<Item extends ListItem>(list: TypedList<Item>, by: number): ListItem['id'] {
  const items = matchingItems(list);
  const to = Math.max(0, Math.min(items.length - 1, currentPlace(list) + by));
  return items[to]?.id ?? list.current;
}

/** The list with something else typed: the cursor is on what fits best. */
export function narrowed<List extends TypedList>(list: List, field: TextField): List {
  if (field.value === list.field.value) return { ...list, field };
  const [first] = matchingItems({ ...list, field });
  return { ...list, field, current: first ? first.id : list.current };
}
