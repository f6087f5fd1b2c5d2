import { textField } from '../../keys/text-field.ts';
import { columnIds, columnTitles } from '../../roster/columns.ts';
import type { Outcome } from '../../roster/effects.ts';
import { number } from '../../roster/words.ts';
import { visible } from '../../terminal/escape.ts';
import { type App, type PickItem, type PickLayer, type Step, step } from '../app.ts';
import { fixedColumns } from '../roster/columns.ts';
import { commandItems, rowItems } from './command-items.ts';

/** Opens a list; for queues and roles it is shown once their names are there. */
export function openPick(app: App, purpose: PickLayer['purpose'], everywhere = false): Step {
  switch (purpose) {
    case 'queue':
    case 'role':
      return step(app, { type: 'choices', of: purpose });
    case 'row':
      return step(withRowMenu(app));
    case 'field':
      return step(app);
    case 'columns':
      return step(push(app, columnsLayer(app)));
    case 'commands': {
      const title = everywhere ? 'Commands' : 'Keys of this screen';
      const items = commandItems(app, everywhere);
      return step(push(app, onFirst({ ...emptyLayer(purpose, title), items })));
    }
  }
}

/** The queues or roles are there; how many users each would show comes when it is counted. */
export function openChoices(app: App, { of, choices }: Extract<Outcome, { type: 'choices' }>): Step {
  const { view } = app.roster;
  const current = view[of]?.id ?? null;
  const items = [{ id: null, name: 'All' }, ...choices].map(
    ({ id, name }): PickItem => ({ id, label: name, detail: '', disabled: null }),
  );
  const title = of === 'queue' ? 'Queue' : 'Role';
  return step(push(app, { ...emptyLayer(of, title), items, current }), { type: 'choice-counts', of, view });
}

/** The counts are there, for the list as it stands open. */
export function withChoiceCounts(
  app: App,
  { of, view, users, all }: Extract<Outcome, { type: 'choice-counts' }>,
): App {
  if (view !== app.roster.view) return app;
  const count = (id: PickItem['id']) => (id === null ? all : (users.get(Number(id)) ?? 0));
  const layers = app.layers.map(layer =>
    layer.kind === 'pick' && layer.purpose === of
      ? { ...layer, items: layer.items.map(item => ({ ...item, detail: number(count(item.id)) })) }
      : layer,
  );
  return { ...app, layers };
}

/** What can be done with the current user: with that one, whoever the roster's cursor comes to stand on meanwhile. */
function withRowMenu(app: App): App {
  const row = app.roster.rows[app.roster.cursor] ?? null;
  const menu = { ...emptyLayer('row', visible(row?.name ?? '')), row };
  return push(app, onFirst({ ...menu, items: rowItems(push(app, menu)) }));
}

function columnsLayer(app: App): PickLayer {
  const shown = app.roster.columns;
  const rest = columnIds.filter(id => !shown.includes(id));
  const items = [...shown, ...rest].map(id => ({
    id,
    label: columnTitles[id],
    detail: fixedColumns.includes(id) ? 'always' : '',
    disabled: fixedColumns.includes(id) ? `${columnTitles[id]} is always shown.` : null,
  }));
  return onFirst({ ...emptyLayer('columns', 'Columns'), items, picked: [...shown] });
}

function emptyLayer(purpose: PickLayer['purpose'], title: string): PickLayer {
  return {
    ...{ kind: 'pick', purpose, title, items: [], field: textField() },
    ...{ current: null, row: null, picked: null },
  };
}

function onFirst(layer: PickLayer): PickLayer {
  return { ...layer, current: layer.items[0]?.id ?? null };
}

function push(app: App, layer: PickLayer): App {
  return { ...app, layers: [...app.layers, layer] };
}
