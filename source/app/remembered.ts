import type { Effect, Remembered } from '../roster/screen/effects.ts';
import type { App } from './state.ts';

/** What is remembered of the screen for this operator's next time. */
export function rememberEffect(app: App): Effect {
  return { type: 'remember', settings: rememberedScreen(app) };
}

export function rememberedScreen({ roster: { view, columns } }: App): Remembered {
  return {
    search: view.search,
    queue: view.queue?.name ?? null,
    status: view.status,
    role: view.role?.name ?? null,
    package: view.package,
    sort: view.sort,
    columns,
  };
}
