import type { Span } from '../components/line.ts';
import type { Look } from '../components/look.ts';
import { type App, isPage, type PageLayer } from './app.ts';
import { changeSetPage } from './change-set/page.ts';
import { clashPage } from './clash/page.ts';
import { formPage } from './form/page.ts';
import { historyPage } from './history/page.ts';
import { importPage } from './import/page.ts';
import { usagePage } from './usage/page.ts';
import { userPage } from './user/page.ts';

/** What a page – a layer that takes the roster's place – shows between header and footer. */
export interface PageDrawing {
  /** In the place of search and filters: what this is, and of whom. */
  heading: Span[];
  /** At most `height` lines. */
  body: Span[][];
  /** In the place of the roster's counts. */
  footer: Span[];
}

export interface PageRoom {
  width: number;
  height: number;
}

type DrawPage<Layer> = (layer: Layer, app: App, room: PageRoom, look: Look) => PageDrawing;

/** How each kind of page is drawn. */
const drawings: { [Kind in PageLayer['kind']]: DrawPage<Extract<PageLayer, { kind: Kind }>> } = {
  form: formPage,
  clash: clashPage,
  user: userPage,
  history: historyPage,
  'change-set': changeSetPage,
  usage: usagePage,
  import: importPage,
};

/** The page in front, below any panel; null while the roster itself is in front. */
export function pageInFront(app: App): PageLayer | null {
  return app.layers.findLast(isPage) ?? null;
}

export function drawPage(layer: PageLayer, app: App, room: PageRoom, look: Look): PageDrawing {
  const draw = drawings[layer.kind] as DrawPage<PageLayer>;
  return draw(layer, app, room, look);
}
