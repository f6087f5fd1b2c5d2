import type { Effect } from '../roster/screen/effects.ts';
import type { News, NewsSet } from '../roster/screen/news.ts';
import { counted, listed } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import { topLayer } from './stack.ts';
import type { App } from './state.ts';
import { type Step, step } from './step.ts';
import { withToast } from './toasts.ts';

/** For so long it is marked who changed. Milliseconds. */
const marksLife = 3_000;

/** The changes of others since the last look: who is concerned is marked for a moment, and it is said who did what. */
export function withNews(app: App, news: News): Step {
  const latest = Math.max(news.latest, app.latestSet ?? 0);
  if (news.sets.length === 0) return step({ ...app, latestSet: latest });
  const number = (app.rowNews?.number ?? 0) + 1;
  const rows = new Map(app.rowNews?.rows);
  for (const id of news.changed) rows.set(id, { kind: rows.get(id)?.kind ?? 'changed', number });
  for (const id of news.added) rows.set(id, { kind: 'added', number });
  const next = { ...told(app, news), latestSet: latest, rowNews: { number, rows } };
  return step(next, { type: 'expire-news', number, ms: marksLife });
}

/** What was said by hand, or stands against something, is not talked over; a form says itself what concerns it. */
function told(app: App, news: News): App {
  const text = newsText(news.sets);
  const stays = app.toast && app.toast.tone !== 'passing' && app.toast.text !== app.newsSaid;
  if (text === null || stays || topLayer(app) !== null) return app;
  return { ...withToast(app, 'info', text), newsSaid: text };
}

/** Whom this news marked, or news before it, was marked long enough; who was marked again since stays so. */
export function newsExpired(app: App, number: number): App {
  if (!app.rowNews) return app;
  const rows = new Map([...app.rowNews.rows].filter(([, mark]) => mark.number > number));
  return { ...app, rowNews: rows.size > 0 ? { ...app.rowNews, rows } : null };
}

/** Asks for the account's numbers and what others did. */
export function refreshEffect(app: App): Effect {
  const follows = app.follows.map(({ id }) => id);
  return { type: 'refresh', view: app.roster.view, since: app.latestSet, follows };
}

/** What others did, as a sentence: `Kim removed 3 users`; of several sets only who and how many. */
function newsText(sets: readonly NewsSet[]): string | null {
  const [only, ...more] = sets;
  if (!only) return null;
  if (more.length === 0) return `${setText(only)} ${marks.dot} change ${only.id}`;
  const who = listed([...new Set(sets.map(set => set.operator_name))]);
  return `${who} made ${counted(sets.length, 'change')} ${marks.dot} h shows them`;
}

function setText({ operator_name, kind, summary, users, names }: NewsSet): string {
  const whom = names.length > 0 ? listed(names) : counted(users, 'user');
  const verb = { add: 'added', edit: 'changed', remove: 'removed' }[kind as string];
  const undone = /^(Undo|Redo) (\d+)/.exec(summary);
  if (undone) return `${operator_name} ${undone[1] === 'Undo' ? 'undid' : 'redid'} change set ${undone[2]}`;
  return verb && users > 0 ? `${operator_name} ${verb} ${whom}` : `${operator_name}: ${summary}`;
}
