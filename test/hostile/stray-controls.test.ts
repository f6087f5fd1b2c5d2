import { expect, it } from 'vitest';
import { strayControls, strayControlsOfCommand } from './stray-controls.ts';

const begin = '\x1b[?2026h';
const end = '\x1b[?2026l';
const whole =
  `\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[>0u\x1b[>4;0m\x1b[?9001s\x1b[?9001l${begin}\x1b[?25l\x1b[?7l\x1b[20l\x1b[r\x1b[m\x1b[H\x1b[2J\x1b[1;38;5;32mAna` +
  `\x1b[m\x1b[2H\x1b[22;39mb\x1b[K\r\vc\b\x1bM\x1b[3B\x1b[4G\x1b[2;9r\x1b[2M\x1b[r\x1b[7X${end}\x1b]52;c;YQ==\x07` +
  '\x1b[?2026l\x1b[?9001r\x1b[>4m\x1b[<u\x1b[m\x1b[r\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h';

it('what the screen draws with is its own', () => {
  expect(strayControls(whole)).toEqual([]);
  expect(strayControlsOfCommand('\r\x1b[KCopying: 5 %\r\x1b[K\x1b[2mName\x1b[22m\r\nAna\r\n')).toEqual([]);
});

it.each([
  '\x1b[2J',
  '\x1b[6n',
  '\x1b[?1049l',
  '\x1b[?1000h',
  '\x1b[?2004l',
  '\x1b]52;c;YQ==\x07',
  '\x1b]0;a\x07',
  '\x1b[5m',
  '\x1b[8m',
  '\x1b[3J',
  '\x1b[0c',
  '\x1b7',
  '\x1bc',
  '\x9b2J',
  '\u202e',
  '\t',
])('%j in a name is seen', text => {
  expect(strayControls(whole.replace('Ana', `A${text}na`))).not.toEqual([]);
  expect(strayControlsOfCommand(`\x1b[2mName\x1b[22m\r\nA${text}na\r\n`)).not.toEqual([]);
});
