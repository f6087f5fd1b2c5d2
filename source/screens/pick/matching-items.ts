import { fold } from '../../roster/fold.ts';
import type { PickItem, PickLayer } from '../app.ts';

/** The items that have every word typed, in their order; those that begin with it come first. */
export function matchingItems<Item extends PickItem>({
  items,
  field,
}: {
  items: Item[];
  field: PickLayer['field'];
}): Item[] {
  const typed = fold(field.value.trim());
  if (typed === '') return items;
  const words = typed.split(/\s+/);
  const found = items.filter(item => {
    const text = fold(`${item.label} ${item.detail}`);
    return words.every(word => text.includes(word));
  });
  const begins = (item: Item) => fold(item.label).startsWith(typed);
  return [...found.filter(begins), ...found.filter(item => !begins(item))];
}
