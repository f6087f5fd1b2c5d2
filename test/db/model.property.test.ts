import { describe, it } from 'vitest';
import { agreesWithModel } from './model-stories.ts';

const stories = 200;
const atOnce = 20;
const parts = Array.from(
  { length: stories / atOnce },
  (_, n) => `stories ${n * atOnce + 1} to ${(n + 1) * atOnce}`,
);

// A soak asks for more: npm run soak -- --only model
describe('whatever admins do, undo and redo: users, licenses, history, e-mails and search agree with the model', () => {
  it.each(parts)('%s', () => agreesWithModel(atOnce));
});
