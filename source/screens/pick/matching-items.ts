import { fold } from '../../roster/fold.ts';
import type { PickItem, PickLayer } from '../app.ts';

/** What a list that is typed to narrow needs for it. */
interface TypedList<Item> extends Pick<PickLayer, 'field' | 'current'> {
  items: Item[];
  purpose?: PickLayer['purpose'];
}

/** The items that have every word typed, in their order; those that begin with it come first. */
export function matchingItems<Item extends PickItem>({
  items,
  field,
  purpose,
}: Omit<TypedList<Item>, 'current'>): Item[] {
  const typed = fold(field.value.trim());
  if (typed === '') return items;
  const words = typed.split(/\s+/);
  // How many users a queue or role has is known later: who matches must not change by that.
  const isCounted = purpose === 'queue' || purpose === 'role';
  const found = items.filter(item => {
    const text = fold(isCounted ? item.label : `${item.label} ${item.detail}`);
    return words.every(word => text.includes(word));
  });
  const begins = (item: Item) => fold(item.label).startsWith(typed);
  return [...found.filter(begins), ...found.filter(item => !begins(item))];
}

/** Where the cursor stands among the items that match: on its own, or on the first where that is not among them. */
export function currentPlace<Item extends PickItem>(list: TypedList<Item>): number {
  const at = matchingItems(list).findIndex(item => item.id === list.current);
  return Math.max(0, at);
}

/** The item that the cursor is on; undefined where nothing matches. */
export function currentItem<Item extends PickItem>(list: TypedList<Item>): Item | undefined {
  return matchingItems(list)[currentPlace(list)];
}

/** The item that the cursor is on after it went so many down, or up. */
export function itemAfter<Item extends PickItem>(list: TypedList<Item>, by: number): PickItem['id'] {
  const items = matchingItems(list);
  const to = Math.max(0, Math.min(items.length - 1, currentPlace(list) + by));
  return items[to]?.id ?? list.current;
}

/** The list with something else typed: the cursor is on what fits best. */
export function narrowed<List extends TypedList<PickItem>>(list: List, field: PickLayer['field']): List {
  if (field.value === list.field.value) return { ...list, field };
  const [first] = matchingItems({ ...list, field });
  return { ...list, field, current: first ? first.id : list.current };
}
