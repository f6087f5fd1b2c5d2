import { expect, it } from 'vitest';
import type { AccountSummary } from '../../source/roster/screen/effects.ts';
import { PeopleList } from '../../source/screens/form/people/list.tsx';
import { PersonRow } from '../../source/screens/form/people/person-row.tsx';
import { unlicensed } from '../roster/build.ts';
import { componentLines, frameOf } from './drawn.tsx';
import { adding, type FormStory, form, press, type } from './form-story.ts';

const people = Array.from({ length: 40 }, (_, index) => unlicensed(index + 1));

function list(
  story: FormStory,
  { height = 12, account = {} as Partial<AccountSummary>, focused = true } = {},
) {
  const element = (
    <PeopleList
      people={form(story).people!}
      account={{ ...story.app.account, ...account }}
      focused={focused}
      width={100}
      height={height}
    />
  );
  return componentLines(element, { columns: 100, rows: height });
}

it('has the search above the people, and how many match', () => {
  const lines = list(adding(people));
  expect(lines[0]).toMatch(/^ > ▏ {80,}40 people$/);
  expect(lines.slice(1, 4)).toEqual([
    '',
    ` ▸ ☐ Person 1${' '.repeat(33)}p1@acme.example`,
    `   ☐ Person 2${' '.repeat(33)}p2@acme.example`,
  ]);
  expect(lines).toHaveLength(12);
  expect(list(adding(people), { focused: false })[0]).toMatch(/^ > search {70,}40 people$/);
  expect(list(adding(people), { focused: false }).join('')).not.toContain('▸');
});

it('keeps the current one in view, and stands close where there is little room', () => {
  const far = press(adding(people), 'pagedown', 'tab');
  const lines = list(far, { height: 7 });
  expect(lines[3]).toContain('  ☑ Person 16 ');
  expect(lines[4]).toContain('▸ ☐ Person 17 ');
  expect(list(press(far, 'pagedown', 'pagedown'), { height: 7 })[6]).toContain('▸ ☐ Person 40 ');
});

it('shows who can not be picked, and why', () => {
  const pending = adding([unlicensed(1, { account_status: 'pending' })]);
  expect(list(pending)[2]).toMatch(/^ ▸ {3}Person 1 +p1@acme\.example +pending$/);
});

it('shows by what somebody matches where that is no column', () => {
  const candidate = {
    ...form(adding([unlicensed(1)])).people!.candidates[0]!,
    department: 'Customer Care',
  };
  const row = (words: string[]) =>
    componentLines(
      <PersonRow
        candidate={candidate}
        isPicked={true}
        isCurrent={false}
        words={words}
        domain={null}
        width={60}
      />,
    )[0];
  expect(row([])).toBe('   ☑ Person 1                p1@acme.example');
  expect(row(['care'])).toMatch(/^ {3}☑ Person 1 {2}…?.*Care +p1@acme\.example$/);
});

it('leaves out the domain that most share where an e-mail is too long', () => {
  const candidate = form(adding([unlicensed(1)])).people!.candidates[0]!;
  const row = (email: string) =>
    componentLines(
      <PersonRow
        candidate={{ ...candidate, email }}
        isPicked={false}
        isCurrent={false}
        words={[]}
        domain="@acme.example"
        width={60}
      />,
    )[0];
  const name = 'a'.repeat(20);
  expect(row('ana@acme.example')).toMatch(/ ana@acme\.example$/);
  expect(row(`${name}@acme.example`)).toMatch(/ a{20}@…$/);
  expect(row(`${name}@elsewhere.example`)).toMatch(/ a{20}@elsewhe.*…$/);
});

it('tells the match in the current row, too, without colors that could not be read there', () => {
  const { app } = type(adding(people), 'person 1');
  const line = frameOf({ ...app, size: { columns: 100, rows: 30 } }, 24)
    .split('\n')
    .find(text => text.includes('▸'))!;
  const row = line.slice(0, line.indexOf('\x1b[49m'));
  expect(row).toContain('\x1b[4m');
  expect(row).not.toContain('\x1b[38;5;215m');
});

it('says why nobody is there, and what to do about it', () => {
  expect(list(type(adding(people), 'zz'))[2]).toBe(
    '   Nobody without a license matches "zz". Esc empties the search.',
  );
  expect(list(adding([])).slice(2, 4)).toEqual([
    '   Everybody in the account has a license. More people:',
    '   roster people import FILE.csv',
  ]);
  expect(list(adding([]), { account: { hasPeople: false } }).slice(2, 8)).toEqual([
    '   Nobody is in the account yet.',
    '',
    '   Bring the people of the account:',
    '     roster people import FILE.csv',
    '   Say how many licenses there are:',
    '     roster account set --licenses NUMBER',
  ]);
});
