import { memo } from 'react';
import type { Size } from '../../../app/state.ts';
import { Dialog, dialogFrame, dialogWidth } from '../../../components/dialog.tsx';
import { FilterList, ListItem } from '../../../components/filter-list.tsx';
import { type Span, span } from '../../../components/span.tsx';
import { withoutArrows } from '../../../keys/key-labels.ts';
import { currentPlace, matchingItems } from '../../../keys/typed-list.ts';
import { additionCommand } from '../../../roster/catalog/catalog-records.ts';
import { visible } from '../../../terminal/escape.ts';
import { displayWidth, fit } from '../../../terminal/width.ts';
import { marks } from '../../../theme/marks.ts';
import type { Theme } from '../../../theme/theme.ts';
import { useTheme } from '../../../theme/theme-context.ts';
import type { AssignItem, AssignLayer } from '../state.ts';
import { changingItem } from './reducer.ts';

/** Lines that frame, field, status and hints take of the screen. */
const around = 9;

/** A list of what users may have: what is picked, in which way right of the name, and what each is at the right edge. */
export function AssignPanel({ layer, size }: { layer: AssignLayer; size: Size }) {
  const { title, name, single, field } = layer;
  const width = dialogWidth(64, size.columns);
  const inner = width - dialogFrame;
  const changing = layer.pickedLast === undefined ? undefined : changingItem(layer);
  const widest = Math.max(...layer.items.map(({ label }) => displayWidth(visible(label))));
  return (
    <Dialog title={title} width={width} size={size}>
      <FilterList
        field={field}
        items={matchingItems(layer)}
        place={currentPlace(layer)}
        width={inner}
        height={Math.max(1, Math.min(layer.items.length, size.rows - around))}
        empty={emptyText(layer)}
      >
        {(item, isCurrent) => (
          <Item
            item={item}
            name={name}
            single={single}
            isCurrent={isCurrent}
            isChanging={item === changing && !isCurrent}
            nameWidth={Math.min(widest, Math.floor(inner / 2))}
            width={inner}
          />
        )}
      </FilterList>
    </Dialog>
  );
}

function emptyText({ items, name }: AssignLayer): string {
  if (items.length > 0) return 'Nothing matches.';
  return `None yet: ${additionCommand(name.replace(/s$/, ''))}`;
}

interface ItemProps extends Pick<AssignLayer, 'name' | 'single'> {
  item: AssignItem;
  isCurrent: boolean;
  /** Kind and level of this one are changed, though the cursor is further down. */
  isChanging: boolean;
  nameWidth: number;
  width: number;
}

const Item = memo(function Item(props: ItemProps) {
  const { item, isCurrent, isChanging, nameWidth, width } = props;
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const arrows = theme.ascii ? withoutArrows('←→') : '←→';
  const left = [
    markSpan(props, own),
    span(fit(visible(item.label), nameWidth), isChanged(item) ? own.strong : own.text),
    span('  '),
    ...waySpans(props, own),
    span(isChanging && item.steps.length > 0 ? `  ${arrows}` : '', own.accentStrong),
  ];
  const detail = span(` ${visible(item.detail)}`, own.muted);
  return <ListItem isCurrent={isCurrent} left={left} right={[detail]} width={width} />;
});

function markSpan({ item: { now }, single }: ItemProps, theme: Theme): Span {
  const has = now.picked === true;
  if (single) return span(`${has ? marks.ready : marks.offline} `, has ? theme.accent : theme.muted);
  const mark = has ? marks.selected : now.picked === 'some' ? marks.inRange : marks.unselected;
  return span(`${mark} `, now.picked === false ? theme.muted : theme.accentStrong);
}

function isChanged({ before, now }: AssignItem): boolean {
  return before.picked !== now.picked || before.step !== now.step || before.out !== now.out;
}

/** In which way it is had: the kind, the level as a bar and a number, opted out or not. */
function waySpans({ item, name, single, isCurrent }: ItemProps, theme: Theme): Span[] {
  const { now, steps, share } = item;
  if (now.picked === 'some') return [span(share, theme.muted)];
  const isShown = now.picked === true || (single && isCurrent && item.id !== null);
  if (!isShown || steps.length === 0) return [];
  const step = steps[now.step];
  if (step === undefined) return [span('(varies)', theme.muted)];
  const style = isChanged(item) ? theme.accentStrong : theme.text;
  if (name === 'skills')
    return [
      span(marks.meterFull.repeat(now.step + 1), theme.accentStrong),
      span(marks.meterEmpty.repeat(steps.length - now.step - 1), theme.muted),
      span(` ${step}`, style),
    ];
  const out = now.out === true ? ', opted out' : now.out === 'some' ? ', some opted out' : '';
  return [span(step, style), span(out, theme.warning)];
}
