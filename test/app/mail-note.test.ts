import { expect, it } from 'vitest';
import { pageStory } from '../screens/page-story.ts';

const waiting = { type: 'outbox', waiting: 3, unknown: 0 } as const;

it('says once that e-mails wait, when nothing else is being said', () => {
  const s = pageStory();
  s.send({ type: 'copied', what: 'something', text: '' });
  s.send(waiting);
  expect(s.app.toast?.text).toBe('Copied something');
  s.send({ type: 'toast-expired', id: s.app.toast!.id });
  expect(s.app.toast?.text).toBe('3 e-mails wait until mail is set up: roster notify says how');
  s.press('j');
  s.send(waiting);
  expect(s.app.toast).toBe(null);
});

it('tells of those that may have been sent even where there are settings to send with', () => {
  const s = pageStory();
  s.app = { ...s.app, canSendMail: true };
  s.send({ type: 'outbox', waiting: 3, unknown: 1 });
  expect(s.app.toast?.text).toBe('1 e-mail may have been sent or not: roster notify --list');
  const quiet = pageStory();
  quiet.app = { ...quiet.app, canSendMail: true };
  quiet.send({ type: 'outbox', waiting: 3, unknown: 0 });
  expect(quiet.app.toast).toBe(null);
});
