import type { Command } from '../keys/command.ts';
import type { AppliedChangeSet } from '../roster/plan/change-set.ts';
import type { Action } from './layers.ts';
import type { App } from './state.ts';

/** What can be done about a change set that is for the account, on a page that shows it or points at it. */
export function pushCommands(
  layer: string,
  shown: (app: App) => AppliedChangeSet | null | undefined,
): Command<App, Action>[] {
  const push = (app: App) => shown(app)?.push ?? null;
  const hinted = (why: typeof whyNotRetry, hint: string) => (app: App) => (why(shown(app)) ? null : hint);
  return [
    {
      id: `${layer}.retry`,
      layer,
      title: 'Try again what the account refused',
      keys: ['r'],
      hint: hinted(whyNotRetry, 'try again'),
      weight: 8,
      changes: true,
      disabledReason: app => whyNotRetry(shown(app)),
      run: app => ({
        type: 'effect',
        // To do again what was taken back is to undo that.
        effect: { type: 'plan', request: { kind: 'undo-set', id: push(app)?.refused_set_id ?? 0 } },
      }),
    },
    {
      id: `${layer}.form`,
      layer,
      title: 'The form again, with those alone whom the account refused',
      keys: ['a'],
      hint: hinted(whyNotForm, 'form again'),
      weight: 7,
      changes: true,
      disabledReason: app => whyNotForm(shown(app)),
      run: app => ({ type: 'effect', effect: { type: 'refused-form', id: shown(app)?.id ?? 0 } }),
    },
    {
      id: `${layer}.send`,
      layer,
      title: 'Send now what waits',
      keys: ['s'],
      hint: app => (whyNotSend(app) ? null : 'send now'),
      weight: 6,
      changes: true,
      disabledReason: whyNotSend,
      run: () => ({ type: 'pushes-send' }),
    },
    {
      id: `${layer}.give-up`,
      layer,
      title: 'Give up: take back here what of it waits',
      keys: ['x'],
      hint: hinted(whyNotGiveUp, 'give up'),
      weight: 5,
      changes: true,
      disabledReason: app => whyNotGiveUp(shown(app)),
      run: app => ({ type: 'give-up-open', set: shown(app)! }),
    },
  ];
}

type Shown = AppliedChangeSet | null | undefined;

function whyNotRetry(set: Shown): string | null {
  if (!set?.push) return 'The account was sent nothing of it.';
  if (set.push.state === 'waiting') return 'It waits still: s sends it now.';
  return set.push.refused_set_id === null ? 'The account refused nothing of it.' : null;
}

function whyNotForm(set: Shown): string | null {
  const why = whyNotRetry(set);
  if (why !== null) return why;
  return set?.push?.refused ? null : 'What was refused is about no user: r tries it again.';
}

function whyNotSend({ account }: App): string | null {
  return account.source?.waiting ? null : 'Nothing waits to be sent.';
}

function whyNotGiveUp(set: Shown): string | null {
  return set?.push?.state === 'waiting' ? null : 'Nothing of it waits.';
}
