import { it } from 'vitest';
import { agreesWithModel } from './model-stories.ts';

// A soak asks for more: npm run soak -- --only model
it('whatever admins do, undo and redo: users, licenses, history, e-mails and search agree with the model', async () => {
  await agreesWithModel(20);
});
