import * as z from 'zod/mini';
import type { Call } from '../shell/command.ts';
import { common, flag, readOptions, word, words } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { withRoster } from '../storage/with-roster.ts';
import { decide } from './notify-decide.ts';
import { list, preview } from './notify-list.ts';
import { send } from './notify-send.ts';
import { changeTemplate, showTemplate } from './notify-template.ts';

const schema = z.object({
  ...common,
  watch: flag,
  list: flag,
  all: flag,
  retry: words,
  withdraw: words,
  template: word,
  showTemplate: flag,
  dryRun: flag,
});
export type NotifyOptions = z.infer<typeof schema>;

const modes = ['watch', 'list', 'retry', 'withdraw', 'template', 'showTemplate'] as const;

/** `roster notify` */
export async function run(call: Call): Promise<number> {
  const { io } = call;
  const options = readOptions(schema, call);
  const asked = modes.filter(mode => options[mode]);
  if (asked.length > 1) throw new Refusal(`One at a time: ${asked.map(flagOf).join(', ')}.`, exits.usage);
  if (options.all && !options.list) throw new Refusal('--all goes with --list.', exits.usage);
  // Looking is for everybody who may look at users.
  const looks = options.list || options.showTemplate;
  return await withRoster(io, options, looks ? 'UserManagement:Read' : 'UserManagement:Edit', async work => {
    if (options.list) return await list(work, options);
    if (options.retry) return await decide(work, { ids: options.retry, state: 'waiting' }, options);
    if (options.withdraw) return await decide(work, { ids: options.withdraw, state: 'withdrawn' }, options);
    if (options.showTemplate) return await showTemplate(work);
    if (options.template !== undefined) return await changeTemplate(work, options.template, options);
    if (options.dryRun) return await preview(work, options);
    return await send(work, options);
  });
}

function flagOf(mode: string): string {
  return `--${mode.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;
}
