import { beforeAll, describe, expect, it } from 'vitest';
import { cultures } from '../../source/demo/names/cultures.ts';
import { fold } from '../../source/roster/text/fold.ts';
import { displayWidth } from '../../source/terminal/width.ts';
import { ask, demo, type Rows } from './fixture.ts';

interface Named {
  first_name: string;
  last_name: string;
  display_name: string;
  user_email: string;
}

let people: Named[];
let shown: string[];
beforeAll(async () => {
  const path = await demo(500);
  people = ask(path, 'select * from people order by person_id') as unknown as Named[];
  const names =
    'select coalesce(users.display_name, people.display_name) as name from users join people using (person_id)';
  shown = ask(path, names).map(row => String(row.name));
});

const scripts = [
  ...['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Bengali', 'Tamil', 'Thai', 'Georgian'],
  ...['Armenian', 'Ethiopic', 'Han', 'Hiragana', 'Hangul'],
];

describe('names', () => {
  it('come from at least 25 languages', () => {
    expect(new Set(cultures.map(culture => culture.language)).size).toBeGreaterThan(25);
  });

  it.each(scripts)('in %s are among the first 500', script => {
    expect(
      people.slice(0, 500).some(person => new RegExp(`\\p{Script=${script}}`, 'u').test(person.display_name)),
    ).toBe(true);
  });

  it('do not repeat among the first 500', () => {
    expect(new Set(people.slice(0, 500).map(person => person.display_name)).size).toBe(500);
    expect(new Set(shown).size).toBeGreaterThan(495);
  });

  it('stand in the order of their language', () => {
    const named = (email: string) => people.find(person => person.user_email === email)?.display_name;
    expect(named('misaki.tanaka@acme.example')).toBe('田中 美咲');
    expect(named('seoyeon.kim@acme.example')).toBe('김서연');
    expect(named('vanhung.do@acme.example')).toBe('Đỗ Văn Hùng');
    expect(named('bence.takacs@acme.example')).toBe('Takács Bence');
    expect(named('tereza.novakova@acme.example')).toBe('Tereza Nováková');
  });

  it('fit the account, and a column', () => {
    for (const { first_name, last_name, display_name } of people) {
      expect(first_name.length && last_name.length).toBeGreaterThan(0);
      expect(Math.max(first_name.length, last_name.length)).toBeLessThanOrEqual(64);
      expect(display_name).toBe(display_name.normalize('NFC').trim());
      expect(display_name).not.toMatch(/[\p{C}]/u);
      expect(displayWidth(display_name)).toBeGreaterThanOrEqual(3);
      expect(displayWidth(display_name)).toBeLessThanOrEqual(30);
    }
  });
});

describe('e-mails', () => {
  let many: Rows;
  beforeAll(async () => {
    many = ask(await demo(20_000), 'select user_email, email_key from people');
  });

  it('are Latin letters, and nobody has the one of somebody else', () => {
    const shape = /^[a-z]+\.[a-z]+[0-9]*@acme\.example$/;
    expect(many.filter(({ user_email }) => !shape.test(String(user_email)))).toEqual([]);
    expect(many.filter(({ user_email, email_key }) => fold(String(user_email)) !== email_key)).toEqual([]);
    expect(new Set(many.map(({ email_key }) => email_key)).size).toBe(many.length);
  });

  it('are numbered where names are shared', () => {
    const local = many.map(row => String(row.user_email).split('@')[0]!);
    const taken = new Set(local);
    const numbered = local.filter(part => /[0-9]$/.test(part));
    expect(numbered).toContain('lei.xu2');
    const before = (part: string) =>
      part.replace(/[0-9]+$/, digits => (digits === '2' ? '' : String(Number(digits) - 1)));
    expect(numbered.filter(part => !taken.has(before(part)))).toEqual([]);
  });
});
