import { afterEach, expect, it, vi } from 'vitest';
import { createLoop } from '../../source/session/loop.ts';

type Action = { type: 'add'; text: string } | { type: 'answered'; text: string };
type Ask = { question: string };

afterEach(() => {
  vi.useRealTimers();
});

/** Each `add` asks a question, whose answer comes only when it is let go. */
function ask() {
  const waiting: (() => void)[] = [];
  const loop = createLoop<string, Action, Ask, Action>({
    initial: '',
    reduce: (state, action) => ({
      app: `${state}${action.text}`,
      effects: action.type === 'add' ? [{ question: action.text }] : [],
    }),
    perform: ({ question }) => ({
      now: new Promise(resolve => {
        waiting.push(() => resolve([{ type: 'answered', text: question.toUpperCase() }]));
      }),
    }),
  });
  const letGo = async () => {
    waiting.shift()?.();
    await new Promise(resolve => setImmediate(resolve));
  };
  return { loop, letGo };
}

it('answers each action before it takes the next', async () => {
  const { loop, letGo } = ask();
  loop.send({ type: 'add', text: 'a' });
  loop.send({ type: 'add', text: 'b' });
  await letGo();
  await letGo();
  expect(loop.state()).toBe('aAbB');
});

it('shows nothing half done, and tells once', async () => {
  const { loop, letGo } = ask();
  const heard: string[] = [];
  loop.subscribe(() => heard.push(loop.state()));
  loop.send({ type: 'add', text: 'a' });
  loop.send({ type: 'add', text: 'b' });
  expect(loop.state()).toBe('');
  await letGo();
  expect(loop.state()).toBe('');
  await letGo();
  expect(heard).toEqual(['aAbB']);
});

it('tells nobody who has left', async () => {
  const { loop, letGo } = ask();
  let heard = 0;
  const leave = loop.subscribe(() => heard++);
  leave();
  loop.send({ type: 'add', text: 'a' });
  await letGo();
  expect([heard, loop.state()]).toEqual([0, 'aA']);
});

it('lets an action wait for an outcome, and all behind it', async () => {
  const waiting: (() => void)[] = [];
  const loop = createLoop<string, Action, Ask, Action>({
    initial: '',
    reduce: (state, action) => ({
      app: `${state}${action.text}`,
      effects: action.type === 'add' && action.text === 'ask' ? [{ question: '' }] : [],
    }),
    perform: () => ({
      later: new Promise(resolve => {
        waiting.push(() => resolve([{ type: 'answered', text: '!' }]));
      }),
    }),
    waits: (state, action) => action.text === 'needs' && !state.includes('!'),
  });
  for (const text of ['ask', '-', 'needs', '-']) loop.send({ type: 'add', text });
  await new Promise(resolve => setImmediate(resolve));
  expect(loop.state()).toBe('ask-');
  waiting[0]!();
  await new Promise(resolve => setImmediate(resolve));
  expect(loop.state()).toBe('ask-!needs-');
});

it('performs what can rest once no action is left, and of that the newest', async () => {
  const asked: string[] = [];
  const loop = createLoop<string, Action, Ask, Action>({
    initial: '',
    reduce: (state, action) => ({
      app: `${state}${action.text}`,
      effects: action.type === 'add' ? [{ question: action.text }] : [],
    }),
    perform: ({ question }) => {
      asked.push(question);
      return { now: Promise.resolve([{ type: 'answered', text: question.toUpperCase() }]) };
    },
    atRest: ({ question }) => question !== 'b',
  });
  for (const text of ['a', 'b', 'c']) loop.send({ type: 'add', text });
  await new Promise(resolve => setImmediate(resolve));
  expect([asked, loop.state()]).toEqual([['b', 'c'], 'abBcC']);
});

it('shows how things stand while actions keep coming, and lets others have their turn', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const loop = createLoop<number, Action, never, Action>({
    initial: 0,
    reduce: state => {
      // A hundred of these take a second, in which 25 frames are to be shown.
      vi.advanceTimersByTime(10);
      return { app: state + 1, effects: [] };
    },
    perform: () => ({}),
  });
  const events: (number | 'turn')[] = [];
  const done = new Promise<void>(resolve => {
    loop.subscribe(() => {
      events.push(loop.state());
      setImmediate(() => events.push('turn'));
      if (loop.state() === 100) setImmediate(resolve);
    });
  });
  for (let action = 0; action < 100; action++) loop.send({ type: 'add', text: '' });
  await done;
  vi.useRealTimers();
  expect(events).toEqual(Array.from({ length: 25 }, (_, frame) => [4 * (frame + 1), 'turn']).flat());
});

it('takes actions together where somebody knows how', async () => {
  const worked: string[] = [];
  const loop = createLoop<string, Action, never, Action>({
    initial: '',
    reduce: (state, action) => {
      worked.push(action.text);
      return { app: `${state}${action.text}`, effects: [] };
    },
    perform: () => ({}),
    merged: (_, one, next) =>
      one.text.startsWith('j') && next.text === 'j' ? { type: 'add', text: `${one.text}j` } : null,
  });
  for (const text of ['a', 'j', 'j', 'j', 'k', 'j']) loop.send({ type: 'add', text });
  await new Promise(resolve => setImmediate(resolve));
  expect(worked).toEqual(['a', 'jjj', 'k', 'j']);
});
