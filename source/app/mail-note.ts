import { untilMail, waitingText } from '../roster/plan/notice.ts';
import type { Effect } from '../roster/screen/effects.ts';
import type { PageOutcome } from '../roster/screen/page-effects.ts';
import { counted } from '../roster/text/words.ts';
import { marks } from '../theme/marks.ts';
import { withNote } from './notes.ts';
import type { App } from './state.ts';

/** Asks how many e-mails wait, as long as nothing was said of them: once a session is enough. */
export function mailEffects({ mailNoted, viewer }: App): Effect[] {
  // Who may only look can't send them either.
  return mailNoted || !viewer.mayEdit ? [] : [{ type: 'outbox' }];
}

/** Says that e-mails wait and nothing is there to send them with, or that some may have been sent or not. */
export function mailCounted(app: App, counts: Extract<PageOutcome, { type: 'outbox' }>): App {
  const mail = noteOn(counts, app.canSendMail);
  if (mail === null || app.mailNoted) return app;
  return withNote({ ...app, mailNoted: true, notes: { ...app.notes, mail } });
}

function noteOn(
  { waiting, unknown }: Extract<PageOutcome, { type: 'outbox' }>,
  canSend: boolean,
): string | null {
  const doubtful = `${counted(unknown, 'e-mail')} may have been sent or not: roster notify --list`;
  const told = [
    waiting > 0 && !canSend ? `${waitingText(waiting)} ${untilMail}` : '',
    unknown > 0 ? doubtful : '',
  ].filter(Boolean);
  return told.length > 0 ? told.join(` ${marks.dot} `) : null;
}
