import { expect } from 'vitest';
import { fold } from '../../source/roster/text/fold.ts';
import { makeHome, type RunOptions } from '../commands/run.ts';
import { names } from './naughty-strings.ts';
import { unseen } from './stray-controls.ts';

const everyName = names(128);

/** Names of catalogs: many naughty strings, but for what is refused: what separates names, is read as something behind them or can't be seen. */
export const catalogNames = [...everyName, ...everyName.map(name => name.repeat(2))]
  .filter(name => !/\((both|supervisor)\)$|=\d$/.test(name))
  .filter(name => fold(name) !== '')
  .filter(name => !name.includes(';') && [...name].length <= 100 && !name.startsWith('-'))
  .filter((_, n) => n % 40 === 7);

/** E-mail, first, last and display name and department of everybody. */
export const people = everyName.map((name, n) => [
  `p${n}@acme.example`,
  [...name].slice(0, 64).join('').trim(),
  [...everyName.at(-n - 1)!].slice(0, 64).join('').trim(),
  name,
  everyName[(n * 7) % everyName.length]!,
]);

const header = ['user_email', 'first_name', 'last_name', 'display_name', 'department'];

/** What a terminal would obey, or a person not see, in what was printed. */
export function obeyed(text: string): string[] {
  return unseen(text.replaceAll('\n', ''));
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map(row => `${row.map(cell).join(',')}\n`).join('');
}

function cell(text: string): string {
  return `"${(/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** A home whose commands never fail in an unexpected way, nor say anything that a terminal would obey. */
export function makeNaughtyHome() {
  const home = makeHome();
  async function run(args: string[], options?: RunOptions) {
    const answer = await home.call(args, options);
    expect(answer.stderr, args.join(' ')).not.toMatch(/unexpected|\.[jt]s:\d|SQLITE/);
    expect(obeyed(answer.stderr), args.join(' ')).toEqual([]);
    return answer;
  }
  async function ok(args: string[], options?: RunOptions): Promise<string> {
    const { code, stdout, stderr } = await run(args, options);
    if (code !== 0) throw new Error(`${args.join(' ')}: exit ${code}\n${stderr}`);
    return stdout;
  }
  return { ...home, run, ok };
}

type NaughtyHome = ReturnType<typeof makeNaughtyHome>;

/** Makes an account of people with such names, all of them users with such queues, skills, a team and an integration. */
export async function fill({ ok }: NaughtyHome): Promise<void> {
  const account = `Acme ${everyName.slice(0, 20).join(' ').slice(0, 100)}`;
  await ok(['init', '--account', account, '--licenses', '1000']);
  await ok(['people', 'import', '-'], { input: csv([header, ...people]) });
  for (const name of catalogNames) {
    await ok(['queue', 'add', name, '--description', name]);
    await ok(['skill', 'add', name, '--category', name]);
  }
  const [role, team, region, template] = catalogNames as [string, string, string, string];
  await ok(['role', 'add', role]);
  await ok(['team', 'add', team]);
  await ok(['region', 'add', region]);
  const settings = [`role_name=${role}`, `client_integration_name=${template}`];
  await ok(['template', 'add', template, '--type', 'add', ...settings.flatMap(text => ['--set', text])]);
  await ok(['add', '--role', role, '--region', region, ...people.map(([email]) => email!)]);
  const integrations = everyName
    .map(name =>
      name
        .slice(0, 60)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trim(),
    )
    .filter(name => fold(name) !== '');
  const rows = people.map(([email], n) => [
    email!,
    `${catalogNames[n % catalogNames.length]}; ${catalogNames[(n + 1) % catalogNames.length]} (both)`,
    catalogNames[(n + 2) % catalogNames.length]!,
    team,
    integrations[n % integrations.length]!,
  ]);
  const columns = ['user_email', 'queues', 'skills', 'team', 'client_integration_name'];
  await ok(['import', '-', '--yes'], { input: csv([columns, ...rows]) });
}
