import { Box, Text } from 'ink';
import { type Block, linesIn } from '../../source/components/blocks.tsx';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines } from './drawn.tsx';

const end = '▔▔▔';

/** Those of the blocks whose height is not what Ink makes of them in `width` cells, and those that are wider. */
export function wrongBlocks(blocks: readonly Block[], width: number) {
  const lines = componentLines(
    <Box width={width} flexDirection="column">
      {blocks.map(block => (
        <Box key={block.key} flexDirection="column">
          {block.draw()}
          <Text>{end}</Text>
        </Box>
      ))}
    </Box>,
    { columns: width + 20, rows: Math.ceil((linesIn(blocks) + blocks.length + 5) / 40) * 40 },
  );
  return blocks.flatMap(({ key, height }) => {
    const drawn = lines.splice(0, lines.indexOf(end) + 1).slice(0, -1);
    const widest = Math.max(0, ...drawn.map(displayWidth));
    return drawn.length === height && widest <= width ? [] : [{ key, height, drawn }];
  });
}

/** Texts of all kinds. */
export const texts = [
  'Ana',
  'a word that is wrapped once it is longer than the line of the page has cells',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '席尔瓦 美玲 日本語サポートの長い名前をもつ待ち行列 日本語サポートの長い名前をもつ待ち行列',
  'محمد الحسن',
  '👩🏽‍💻 Ada 👨‍👩‍👧‍👦 Lovelace',
  'Nguyễn Thị Minh Châu',
  '  blanks  inside   and around  ',
  '\u001b[31mred\u0007',
  'x'.repeat(300),
];
