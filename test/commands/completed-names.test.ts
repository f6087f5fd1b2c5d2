import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { whole } from '../whole.ts';
import { isInstalled, shellNames, startShell } from './interactive-shell.ts';
import { makeHome } from './run.ts';

const home = makeHome();
const naughty = [
  'Bill$(touch hacked)',
  'Back`touch hacked`',
  "O'Brien' & touch hacked & '",
  'Double" & touch hacked & "',
  'Slash\\$(touch hacked)\\',
  'Colon: & | * ~ # {a,b} [c] <d>',
];
const loud = 'Wow & !touch';

beforeAll(async () => {
  await home.ok('init --account Acme');
  for (const name of [...naughty, loud]) await home.call(['role', 'add', name]);
});

for (const shell of shellNames) {
  const missing = isInstalled(shell) ? '' : ' (not tried: it is not installed)';
  describe.skipIf(missing !== '')(`${shell}${missing} completes a name as the word that it is`, () => {
    let interactive: Awaited<ReturnType<typeof startShell>>;
    beforeAll(async () => {
      interactive = await startShell(shell, home);
    });
    afterAll(() => interactive.close());

    // fish completes no quote within a word.
    const options = ['--role ', '--role "', "--role '", '--role=', '--where "role='];
    const within = shell === 'fish' ? [] : ['--role="', "--role='"];
    const all = [...options, ...within];
    test.each(all)('after %s', async option => {
      const before = option.replaceAll(/['"]/g, '').split(' ').at(-1) ?? '';
      const diagonal = all.indexOf(option) % naughty.length;
      for (const name of whole ? naughty : [naughty[diagonal]!]) {
        const words = await interactive.run(`roster edit ${option}${/^\w{1,4}/.exec(name)}`);
        expect.soft(words?.at(-1), option + name).toBe(before + name);
      }
      expect(existsSync(join(home.home, 'hacked'))).toBe(false);
    });

    test('a ! takes nothing out of the history', async () => {
      interactive.type("touch hacked; echo touch''ed\r");
      await interactive.says('touched');
      rmSync(join(home.home, 'hacked'));
      for (const quote of ['', '"', "'"]) {
        const words = await interactive.run(`roster edit --role ${quote}Wow`);
        // Within these bash would take it for a word of the history, so it is not completed, and the quote stays open.
        const completed = shell !== 'bash' || quote !== '"';
        expect(words?.at(-1), quote).toBe(completed ? loud : undefined);
      }
      expect(existsSync(join(home.home, 'hacked'))).toBe(false);
    });
  });
}
