import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hiddenMatch, nameWithMatch } from '../../source/components/hidden-match.ts';
import { spansWidth } from '../../source/components/span.tsx';
import { searchWords } from '../../source/roster/screen/search-terms.ts';
import { makeTheme } from '../../source/theme/theme.ts';

const theme = makeTheme(0, false);
const ana = { name: 'Ana Silva', email: 'ana.silva@acme.example', department: 'Customer Care' };
const both = { name: 20, email: 30 };

it.each([
  ['care', both, 'Customer Care'],
  ['ana care', both, 'Customer Care'],
  ['ana', both, null],
  ['', both, null],
  ['care', { ...both, department: 14 }, null],
  // The column is there, and the match is beyond its end.
  ['care', { ...both, department: 10 }, 'Customer Care'],
  ['example', { name: 20 }, 'ana.silva@acme.example'],
  ['example', { name: 20, email: 12 }, 'ana.silva@acme.example'],
  ['example care', { name: 20 }, 'ana.silva@acme.example'],
])('of "%s" with these columns shows what matches unseen', (search, widths, hidden) => {
  expect(hiddenMatch(ana, widths, searchWords(search))).toBe(hidden);
});

function drawn(name: string, hidden: string, width: number, search: string) {
  const spans = nameWithMatch(name, hidden, width, searchWords(search), theme);
  const text = spans.map(span => span.text).join('');
  return {
    text,
    width: spansWidth(spans),
    matched: spans.filter(span => span.style?.underline).map(span => span.text),
  };
}

it.each([
  ['Ana Silva', 'Customer Care', 30, 'care', 'Ana Silva  Customer Care      ', ['Care']],
  ['Ana Silva', 'Customer Care', 20, 'care', 'Ana Silva  …Care    ', ['Care']],
  ['María Fernanda López', 'Customer Care', 24, 'care', 'María Fernanda L…  …Care', ['Care']],
  // What the name shows is not shown again.
  ['Ana Silva', 'ana.silva@acme.example', 20, 'ana @acme', 'Ana Sil…  …@acme.ex…', ['Ana', '@acme']],
  ['席尔瓦 美玲', '客服 Support', 20, 'support', '席尔瓦 美…  …Support', ['Support']],
])('%s, %s in %i cells', (name, hidden, width, search, text, matched) => {
  expect(drawn(name, hidden, width, search)).toEqual({ text, width, matched });
});

it('takes exactly the room there is, and has the match in it, whatever the texts are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '席', '👩🏽‍💻', ' ', 'x'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 16, max: 60 }), (name, before, after, width) => {
      const seen = drawn(name, `${before}queue${after}`, width, 'queue');
      expect(seen.width).toBe(width);
      expect(seen.matched).toContain('queue');
    }),
  );
});
