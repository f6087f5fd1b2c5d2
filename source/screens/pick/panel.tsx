import { Box } from 'ink';
import { memo } from 'react';
import type { Size } from '../../app/state.ts';
import { Dialog, dialogFrame, dialogWidth } from '../../components/dialog.tsx';
import { FilterField, FilterList, ListItem, placeText } from '../../components/filter-list.tsx';
import { span } from '../../components/span.tsx';
import { Wrapped } from '../../components/wrapped.tsx';
import { withoutArrows } from '../../keys/key-labels.ts';
import { currentPlace, matchingItems, type ListItem as PickItem } from '../../keys/typed-list.ts';
import { visible } from '../../terminal/escape.ts';
import { displayWidth, fit } from '../../terminal/width.ts';
import { marks } from '../../theme/marks.ts';
import { useTheme } from '../../theme/theme-context.ts';
import { columnGap, GroupedList, groupedLines, itemsBelow } from './grouped-list.tsx';
import type { PickLayer } from './state.ts';

/** Lines that frame, field, status and hints take of the screen. */
const around = 10;

/** Cells of a dialog with two columns. */
const widestGroups = 118;

/** Cells for the keys of a command, which stand before its title, where none are longer. */
const usualKeys = 16;

/** A list to pick from: commands, columns, or what one field or filter may be. */
export function PickPanel({ layer, size }: { layer: PickLayer; size: Size }) {
  const { ascii } = useTheme();
  const { title, purpose, field, picked } = layer;
  const isGrouped = layer.items.some(({ group }) => group !== undefined);
  const width = dialogWidth(isGrouped ? widestGroups : purpose === 'commands' ? 80 : 50, size.columns);
  const inner = width - dialogFrame;
  const items = matchingItems(layer);
  const place = currentPlace(layer);
  const runs = purpose === 'commands' || purpose === 'row';
  const most = size.rows - around;
  const groups = isGrouped ? groupedLines(layer.items, inner, most) : null;
  const height = Math.max(1, Math.min(groups?.height ?? layer.items.length, most));
  const keysOf = ({ detail }: PickItem) => (ascii ? withoutArrows(detail) : detail);
  const keysWidth = Math.max(
    isGrouped ? 0 : usualKeys,
    ...layer.items.map(item => displayWidth(keysOf(item))),
  );
  const draw = (columns: number) => (item: PickItem, isCurrent: boolean) => (
    <Item
      item={item}
      keys={purpose === 'commands' ? fit(keysOf(item), keysWidth) : undefined}
      isPicked={picked?.includes(item.id)}
      isOff={runs && item.disabled !== null}
      isCurrent={isCurrent}
      width={Math.floor((inner - (columns - 1) * columnGap) / columns)}
    />
  );
  return (
    <Dialog title={title} width={width} size={size}>
      {groups && field.value === '' ? (
        <Box flexDirection="column" flexShrink={0}>
          <FilterField
            field={field}
            place={
              groups.height > height ? placeText(place, items.length, itemsBelow(groups, place, height)) : ''
            }
            width={inner}
          />
          <GroupedList lines={groups} place={place} height={height}>
            {draw(groups.columns.length)}
          </GroupedList>
        </Box>
      ) : (
        <FilterList
          field={field}
          items={items}
          place={place}
          width={inner}
          height={height}
          empty="Nothing matches."
        >
          {draw(1)}
        </FilterList>
      )}
      {runs && <Reason of={items[place]} among={layer.items} width={inner} />}
    </Dialog>
  );
}

interface ItemProps {
  item: PickItem;
  /** Of a command: they stand before its title, and what it is stands at the right of others. */
  keys: string | undefined;
  /** Undefined where only one item is taken. */
  isPicked: boolean | undefined;
  /** It can't be run now, which is said also for those to whom dim letters say nothing. */
  isOff: boolean;
  isCurrent: boolean;
  width: number;
}

const Item = memo(function Item({ item, keys, isPicked, isOff, isCurrent, width }: ItemProps) {
  const theme = useTheme();
  const own = isCurrent ? theme.onCursorRow : theme;
  const box = isPicked ? span(`${marks.selected} `, own.accent) : span(`${marks.unselected} `, own.muted);
  const left = [
    ...(keys === undefined ? [] : [span(`${keys} `, isOff ? own.muted : own.accentStrong)]),
    ...(isPicked === undefined ? [] : [box]),
    span(visible(item.label), isOff ? own.muted : own.text),
  ];
  const right = isOff ? ' not now' : keys === undefined ? ` ${visible(item.detail)}` : '';
  return <ListItem isCurrent={isCurrent} left={left} right={[span(right, own.muted)]} width={width} />;
});

interface ReasonProps {
  of: PickItem | undefined;
  among: readonly PickItem[];
  width: number;
}

/** Why the current command can't be run, below the list; there is room for it as soon as that is so for any of them. */
function Reason({ of, among, width }: ReasonProps) {
  const theme = useTheme();
  return (
    <Box height={among.some(({ disabled }) => disabled !== null) ? 2 : 0} flexShrink={0} overflowY="hidden">
      <Wrapped width={width} style={theme.warning}>
        {visible(of?.disabled ?? '')}
      </Wrapped>
    </Box>
  );
}
