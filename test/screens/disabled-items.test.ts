import { expect, it } from 'vitest';
import { makeLook } from '../../source/components/look.ts';
import { textField } from '../../source/keys/text-field.ts';
import type { PickLayer } from '../../source/screens/app.ts';
import { pickPanel } from '../../source/screens/pick/panel.ts';

const look = makeLook(0, 'ascii');
const size = { columns: 80, rows: 24 };

function linesOf(purpose: 'commands' | 'row'): string[] {
  const layer: PickLayer = {
    kind: 'pick',
    purpose,
    title: 'Keys',
    items: [
      { id: 'a', label: 'Edit', detail: 'e', disabled: 'Maria may look but not change.' },
      { id: 'b', label: 'History', detail: 'h', disabled: null },
    ],
    field: textField(),
    current: 'b',
    row: null,
    picked: null,
  };
  return pickPanel(layer, size, look).lines;
}

it('says in words what can not be run, also without color', () => {
  for (const purpose of ['commands', 'row'] as const) {
    const lines = linesOf(purpose);
    expect(lines.find(line => line.includes('Edit'))).toMatch(/Edit.*not now/);
    expect(lines.find(line => line.includes('History'))).not.toContain('not now');
  }
});
