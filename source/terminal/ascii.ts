/** What stands in for a sign on terminals and in fonts that have ASCII alone, cell for cell. */
const substitutes: Record<string, string> = {
  ...{ '▸': '>', '☑': 'x', '☐': '.', '▣': '+', '▏': '_', '▰': '#', '▱': '-', '↑': '^', '↓': 'v' },
  ...{ '●': '*', '◉': '@', '◐': '%', '○': 'o', '✓': '*', '✗': '!', '≠': 'x', '−': '-' },
  ...{ '▁': '.', '▂': '.', '▃': ':', '▄': ':', '▅': '+', '▆': '+', '▇': '#', '█': '#' },
  ...{
    '·': '-',
    '─': '-',
    '┄': '-',
    '│': '|',
    '╭': '+',
    '╮': '+',
    '╰': '+',
    '╯': '+',
    '…': '~',
    '–': '-',
    '×': 'x',
    '→': '>',
    '←': '<',
  },
};

const signs = new RegExp(`[${Object.keys(substitutes).join('')}]`, 'gu');

/** A frame without the signs of `theme/marks.ts` and of panels' frames; all else stays, such as names in other scripts. */
export function asciiFrame(frame: string): string {
  return frame.replace(signs, sign => substitutes[sign]!);
}
