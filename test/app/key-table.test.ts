import { expect, it } from 'vitest';
import { commandTable } from '../../source/app/command-table.ts';

it('gives no key to two commands of a layer, unless one of them is away', () => {
  const layers = new Set(commandTable.map(command => command.layer));
  for (const layer of layers) {
    const here = commandTable.filter(command => [layer, 'everywhere'].includes(command.layer));
    const keys = here.filter(command => !command.when).flatMap(command => command.keys);
    expect(keys).toEqual([...new Set(keys)]);
  }
});

it('leaves alone what belongs to screen, tmux and flow control, and what broken keys send', () => {
  const keys = commandTable.flatMap(command => command.keys);
  const others = ['ctrl+a', 'ctrl+b', 'ctrl+s', 'ctrl+q', 'ctrl+\\', 'ctrl+space'];
  expect(keys.filter(key => others.includes(key))).toEqual([]);
  const changing = commandTable.filter(command => command.changes).flatMap(command => command.keys);
  const broken = ['A', 'B', 'C', 'D', 'F', 'H', 'O', '[', 'delete', 'backspace', 'ctrl+d'];
  expect(changing.filter(key => broken.includes(key))).toEqual([]);
});

it('has every id once, and a title for every command', () => {
  const ids = commandTable.map(command => command.id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(commandTable.filter(command => !/^[A-Z]/.test(command.title))).toEqual([]);
});
