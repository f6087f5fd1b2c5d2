import { expect, it } from 'vitest';
import { createLoop } from '../../source/session/loop.ts';

type Action = { type: 'add'; text: string } | { type: 'answered'; text: string };
type Ask = { question: string };

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
