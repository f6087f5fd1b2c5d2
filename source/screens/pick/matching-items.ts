import { fold } from '../../roster/fold.ts';
import type { PickItem, PickLayer } from '../app.ts';

/** The items that have every word typed, in their order; those that begin with it come first. */
export function matchingItems({ items, field }: Pick<PickLayer, 'items' | 'field'>): PickItem[] {
  const typed = fold(field.value.trim());
  if (typed === '') return items;
  const words = typed.split(/\s+/);
  const found = items.filter(item => {
    const text = fold(`${item.label} ${item.detail}`);
    return words.every(word => text.includes(word));
  });
  const begins = (item: PickItem) => fold(item.label).startsWith(typed);
  return [...found.filter(begins), ...found.filter(item => !begins(item))];
}
