import { expect, it } from 'vitest';
import { Header, scarcest } from '../../source/app/header.tsx';
import { displayWidth } from '../../source/terminal/width.ts';
import { componentLines } from '../screens/drawn.tsx';
import { pretend } from '../screens/pretend.ts';

function header(width: number, account_name = 'Acme Support'): string {
  const { account, viewer } = pretend(482).app;
  const element = <Header account={{ ...account, account_name }} viewer={viewer} width={width} />;
  const [line = ''] = componentLines(element, { columns: width, rows: 1 });
  expect(displayWidth(line)).toBe(width - 1);
  return line.trim().replace(/ {4,}/, ' … ');
}

it('loses the role first, then via, the bar and the name of the account', () => {
  expect([100, 76, 68, 60, 48].map(width => header(width))).toEqual([
    'Acme Support … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria via ssh · Admin',
    'Acme Support … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria via ssh',
    'Acme Support … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria',
    'Acme Support … Essentials 482/500 named   maria',
    'Essentials 482/500 named   maria',
  ]);
});

it('cuts a long name before anything leaves for it', () => {
  expect(header(120, 'Sehr lange Kontobezeichnung '.repeat(5).trim())).toMatch(/^Sehr lange .*….* · Admin$/);
});

it('meters the package that has least left of what was bought', () => {
  const pool = (package_name: 'essentials' | 'premium' | 'elite', total: number, used: number) => ({
    package_name,
    total,
    used,
    exceeded_since: null,
  });
  const pools = [pool('essentials', 500, 100), pool('premium', 20, 19), pool('elite', 0, 0)];
  expect(scarcest(pools)).toBe(pools[1]);
  expect(scarcest([pool('elite', 0, 0)])).toBe(null);
});

it('says what is to be pushed, longer than when the account was read', () => {
  const { account, viewer } = pretend(482).app;
  const source = { read_at: null, failing_since: null, failure: null, waiting: 3 };
  const lines = [130, 100, 84, 64].map(width => {
    const element = <Header account={{ ...account, source }} viewer={viewer} width={width} />;
    return (componentLines(element, { columns: width, rows: 1 })[0] ?? '').trim().replace(/ {4,}/, ' … ');
  });
  expect(lines).toEqual([
    'Acme Support · Zoom · not read yet · 3 to push … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria via ssh · Admin',
    'Acme Support · Zoom · not read yet · 3 to push … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria',
    'Acme Support · 3 to push … Essentials 482/500 named ▰▰▰▰▰▰▰▰▰▰▱   maria',
    'Acme Support · 3 to push … Essentials 482/500 named   maria',
  ]);
});
