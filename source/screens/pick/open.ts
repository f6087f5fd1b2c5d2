import type { Action } from '../../app/layers.ts';
import { subjects } from '../../app/roster.ts';
import { opened, withLayer } from '../../app/stack.ts';
import type { App } from '../../app/state.ts';
import { type Step, step } from '../../app/step.ts';
import { withToast } from '../../app/toasts.ts';
import type { CommandTable } from '../../keys/command.ts';
import { textField } from '../../keys/text-field.ts';
import type { ListItem } from '../../keys/typed-list.ts';
import type { Outcome } from '../../roster/screen/effects.ts';
import { counted, number } from '../../roster/text/words.ts';
import { columnIds, columnTitles, fixedColumns } from '../../roster/users/columns.ts';
import { visible } from '../../terminal/escape.ts';
import { commandItems, keyItems, rowItems } from './command-items.ts';
import type { PickLayer } from './state.ts';

/** Opens a list; for queues and roles it is shown once their names are there. `all`: the table of all commands. */
export function openPick(
  app: App,
  purpose: Exclude<PickLayer['purpose'], 'field'>,
  all: CommandTable<App, Action>,
  everywhere = false,
): Step {
  switch (purpose) {
    case 'queue':
    case 'role':
      return step(app, { type: 'choices', of: purpose });
    case 'row':
      return rowMenu(app);
    case 'columns':
      return step(opened(app, columnsList(app)));
    case 'commands': {
      const title = everywhere ? 'Commands' : 'Keys of this screen';
      const items = everywhere ? commandItems(app, all) : keyItems(app, all);
      return step(opened(app, onFirst({ ...emptyList(purpose, title), items })));
    }
  }
}

/** The queues or roles are there; how many users each would show comes when it is counted. */
export function openChoices(app: App, { of, choices }: Extract<Outcome, { type: 'choices' }>): Step {
  const { view } = app.roster;
  const current = view[of]?.id ?? null;
  const items = [{ id: null, name: 'All' }, ...choices].map(
    ({ id, name }): ListItem => ({ id, label: name, detail: '', disabled: null }),
  );
  // How many users each has is known later: who matches must not change by that.
  const list = { ...emptyList(of, of === 'queue' ? 'Queue' : 'Role'), labelsOnly: true };
  return step(opened(app, { ...list, items, current }), { type: 'choice-counts', of, view });
}

/** The counts are there, for the list as it stands open. */
export function withChoiceCounts(
  app: App,
  { of, view, users, all }: Extract<Outcome, { type: 'choice-counts' }>,
): App {
  if (view !== app.roster.view) return app;
  const count = (id: ListItem['id']) => (id === null ? all : (users.get(Number(id)) ?? 0));
  return withLayer(app, 'pick', list =>
    list.purpose === of
      ? { ...list, items: list.items.map(item => ({ ...item, detail: number(count(item.id)) })) }
      : list,
  );
}

/** The values of a field. */
export function valuesList({
  title,
  items,
  current,
}: Pick<PickLayer, 'title' | 'items' | 'current'>): PickLayer {
  return { ...emptyList('field', title), items, current };
}

/**
 * What can be done with the selected users, or with the current one: with that one, whoever the roster's cursor comes to stand
 * on meanwhile.
 */
function rowMenu(app: App): Step {
  const { selected, rows, cursor } = app.roster;
  const ids = subjects(app.roster);
  if (typeof ids === 'string') return step(withToast(app, 'error', ids));
  const row = selected.size > 0 ? null : (rows[cursor] ?? null);
  const title = row ? visible(row.name) : counted(ids.length, 'selected user');
  const menu = { ...emptyList('row', title), row, ids };
  return step(opened(app, onFirst({ ...menu, items: rowItems(opened(app, menu)) })));
}

function columnsList(app: App): PickLayer {
  const shown = app.roster.columns;
  const rest = columnIds.filter(id => !shown.includes(id));
  const items = [...shown, ...rest].map(id => ({
    id,
    label: columnTitles[id],
    detail: fixedColumns.includes(id) ? 'always' : '',
    disabled: fixedColumns.includes(id) ? `${columnTitles[id]} is always shown.` : null,
  }));
  return onFirst({ ...emptyList('columns', 'Columns'), items, picked: [...shown] });
}

function emptyList(purpose: PickLayer['purpose'], title: string): PickLayer {
  return {
    ...{ kind: 'pick', purpose, title, items: [], field: textField() },
    ...{ current: null, row: null, ids: [], picked: null },
  };
}

function onFirst(layer: PickLayer): PickLayer {
  return { ...layer, current: layer.items[0]?.id ?? null };
}
