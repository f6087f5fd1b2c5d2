import { Text } from 'ink';
import { expect, it } from 'vitest';
import { FilterList, ListItem } from '../../source/components/filter-list.tsx';
import { span } from '../../source/components/span.tsx';
import { textField } from '../../source/keys/text-field.ts';
import { lines, looks } from './rendered.tsx';

const width = 30;

function list({
  count,
  place,
  height,
  text = '',
}: {
  count: number;
  place: number;
  height: number;
  text?: string;
}) {
  const items = Array.from({ length: count }, (_, id) => ({ id }));
  return (
    <FilterList
      field={textField(text)}
      items={items}
      place={place}
      width={width}
      height={height}
      empty="None."
    >
      {({ id }, isCurrent) => (
        <Text>
          {isCurrent ? '▸' : ' '}Item {id}
        </Text>
      )}
    </FilterList>
  );
}

it('shows all of a short list, and no number', () => {
  expect(lines(list({ count: 2, place: 1, height: 3, text: 'it' }))).toEqual([
    '> it▏',
    '',
    ' Item 0',
    '▸Item 1',
    '',
  ]);
});

it('shows of a long one what is around the cursor, and its place', () => {
  const around = (place: number) => lines(list({ count: 50, place, height: 3 })).slice(2);
  expect(lines(list({ count: 50, place: 20, height: 3 }))[0]).toBe(`> ▏${' '.repeat(8)}21 of 50  ↓ 28 more`);
  expect(around(0)).toEqual(['▸Item 0', ' Item 1', ' Item 2']);
  expect(around(20)).toEqual([' Item 19', '▸Item 20', ' Item 21']);
  expect(around(49)).toEqual([' Item 47', ' Item 48', '▸Item 49']);
});

it('says that there is nothing', () => {
  expect(lines(list({ count: 0, place: 0, height: 2 }))).toEqual(['> ▏', '', '  None.', '']);
});

it('leaves the number its room beside a long text', () => {
  const [field] = lines(list({ count: 50, place: 8, height: 1, text: 'abcdefghijklmnopqrstuvwxyz' }));
  expect(field).toBe('> vwxyz▏    9 of 50  ↓ 41 more');
});

it('cuts the left side of an item, never the right', () => {
  const item = (
    <ListItem isCurrent left={[span('A long name in a list of names')]} right={[span(' 500')]} width={20} />
  );
  expect(lines(item)).toEqual(['▸ A long name i… 500']);
});

const item = (isCurrent: boolean) => (
  <ListItem isCurrent={isCurrent} left={[span('Ana')]} right={[span('7')]} width={8} />
);

it.each([
  [24, ['▸ [bg 25, bold, fg 231]', '  [bg 25]', 'Ana [bg 25, fg 231]', '   [bg 25]', '7 [bg 25, fg 231]']],
  [4, ['▸ [bg 4, bold, fg 15]', '  [bg 4]', 'Ana [bg 4, fg 15]', '   [bg 4]', '7 [bg 4, fg 15]']],
  [0, ['▸  [bold, inverse]', 'Ana  7 [inverse]']],
] as const)('fills the row of the cursor, at a depth of %i', async (depth, current) => {
  expect(await looks(item(true), depth)).toEqual([current]);
  expect(await looks(item(false), depth)).toEqual([['  Ana  7']]);
});
