import { beside, indented } from '../../components/beside.ts';
import { apart, type Span, span } from '../../components/line.ts';
import type { Look } from '../../components/look.ts';
import { localTime } from '../../roster/local-time.ts';
import type { Usage } from '../../roster/usage.ts';
import type { App } from '../app.ts';
import type { PageDrawing, PageRoom } from '../page.ts';
import { moreBelow, seen } from '../scroll.ts';
import { countLines } from './count-lines.ts';
import type { UsageLayer } from './layer.ts';
import { licenseLines } from './license-lines.ts';
import { overageLines } from './overage-lines.ts';
import { peakLines } from './peak-lines.ts';

const muted = { color: 'muted' } as const;
const margin = 3;

/** From this width on roles and queues stand side by side. */
const twoColumnsFrom = 100;

/** Licenses, what they are used for, and how many were signed in during the last day. */
export function usagePage(layer: UsageLayer, _app: App, room: PageRoom, look: Look): PageDrawing {
  const lines = usageLines(layer, room.width, look);
  const model = layer.usage ? [span(`  ${layer.usage.license_model} model`, muted)] : [];
  const at = layer.usage ? [span(`${localTime(layer.usage.at)} `, muted)] : [];
  return {
    heading: apart([span(' Licenses and usage', { bold: true }), ...model], at, room.width, look),
    body: seen(lines, layer.top, room.height),
    footer: [span(` ${moreBelow(lines.length, layer.top, room.height, look)}`, muted)],
  };
}

/** All lines of the page. */
export function usageLines({ usage }: UsageLayer, width: number, look: Look): Span[][] {
  if (!usage) return [];
  const room = width - margin - 1;
  return indented(
    [
      ...licenseLines(usage, room, look),
      ...overageLines(usage, room, look),
      [],
      title('Signed in at once, by hour of the last day'),
      ...peakLines(usage, room, look),
      [],
      ...rolesAndQueues(usage, room, look),
    ],
    margin,
  );
}

function rolesAndQueues({ roles, queues }: Usage, width: number, look: Look): Span[][] {
  const block = (name: string, counts: Usage['roles'], room: number) => [
    title(name),
    ...countLines(counts, room, look),
  ];
  if (width + margin < twoColumnsFrom)
    return [...block('Users by role', roles, width), [], ...block('Users by queue', queues, width)];
  const left = Math.floor(width / 2);
  return beside(
    block('Users by role', roles, left - 3),
    block('Users by queue', queues, width - left),
    left,
    look,
  );
}

function title(text: string): Span[] {
  return [span(text, { bold: true })];
}
