import type { Reference } from '../roster/user.ts';
import type { PromptLayer } from './prompt/layer.ts';
import type { Way } from './scroll.ts';

/** What pages and the small dialogs that belong to them do. */
export type PageAction =
  | { type: 'page-move'; way: Way }
  | { type: 'copy-text'; text: string }
  | { type: 'user-open' }
  | { type: 'user-step'; by: 1 | -1 }
  | { type: 'history-open'; of: Reference | null }
  | { type: 'set-open' }
  | { type: 'usage-open' }
  | { type: 'import-apply' }
  | { type: 'import-reread' }
  | { type: 'prompt-open'; purpose: PromptLayer['purpose'] }
  | { type: 'prompt-complete' }
  | { type: 'prompt-submit' }
  | { type: 'prompt-overwrite' }
  | { type: 'prompt-keep' };
