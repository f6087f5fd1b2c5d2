import { fieldNames } from '../../source/roster/users/fields.ts';
import { type FieldName, newSettings, type UserSettings } from '../../source/roster/users/user.ts';
import type { PackageName } from '../../source/roster/users/vocabulary.ts';

export type State = UserSettings | null;

export interface Mail {
  person: number;
  /** `zoom`: there is none from here, as the account may have written. */
  state: 'waiting' | 'sending' | 'sent' | 'unknown' | 'withdrawn' | 'zoom';
}

interface ModelChange {
  person: number;
  before: State;
  after: State;
  /** Of whoever was removed: their e-mail, which comes back with them. */
  mail?: Mail;
}

/** Two stacks as in an editor: what can be undone, and the undos that can be redone. */
export interface PlainStacks {
  undo: number[];
  redo: number[];
}

interface ModelSet {
  undoes: number | null;
  /** It takes back only a part of what it undoes. */
  partial: 'chosen' | 'clashes' | null;
  changes: ModelChange[];
}

/** What the roster ought to do, in memory and without cleverness: all that may happen to a few people. */
export class Model {
  readonly users = new Map<number, UserSettings>();
  /** Set n is the nth. */
  readonly sets: ModelSet[] = [];
  /** One pair for each operator. */
  readonly stacks: PlainStacks[] = [
    { undo: [], redo: [] },
    { undo: [], redo: [] },
  ];
  /** Which of them is at work. */
  operator = 0;
  readonly mail: Mail[] = [];
  /** The e-mail of each user's addition. */
  readonly mailOf = new Map<number, Mail>();
  /** E-mails that stay withdrawn, though their users came back. */
  readonly withdrawnForGood = new Set<Mail>();
  /** To the account, which writes to people who are added. */
  isConnected = false;
  readonly #pools: Partial<Record<PackageName, number>>;

  constructor(pools: Partial<Record<PackageName, number>>) {
    this.#pools = pools;
  }

  used(name: PackageName): number {
    return [...this.users.values()].filter(user => user.package_name === name).length;
  }

  /** How many licenses there are; of a connected account nobody knows where none were entered. */
  #total(name: PackageName): number {
    const total = this.#pools[name] ?? 0;
    return this.isConnected && total === 0 ? Number.POSITIVE_INFINITY : total;
  }

  /** At once or part by part. */
  isUndone(id: number): boolean {
    return this.sets[id - 1]!.changes.every(({ person }) => this.#isTakenBack(id, person));
  }

  /** What an operator would undo or redo next: what others undid meanwhile is passed over. */
  top(operator: number, step: keyof PlainStacks): number | null {
    return this.stacks[operator]![step].findLast(id => !this.isUndone(id)) ?? null;
  }

  /** Domain rule 9, word by word. To be asked before the set is among the others. */
  #move(stacks: PlainStacks, id: number, { undoes, partial }: Pick<ModelSet, 'undoes' | 'partial'>): void {
    const operator = this.stacks.indexOf(stacks);
    const stepped = partial === 'chosen' ? null : undoes;
    if (stepped !== null && stepped === this.top(operator, 'undo')) {
      stacks.undo = stacks.undo.filter(other => other !== stepped);
      stacks.redo.push(id);
    } else if (stepped !== null && stepped === this.top(operator, 'redo')) {
      stacks.redo = stacks.redo.filter(other => other !== stepped);
      stacks.undo.push(partial ? id : this.sets[stepped - 1]!.undoes!);
    } else {
      stacks.undo.push(id);
      stacks.redo = [];
    }
  }

  /** `settings` are null where they can't be. */
  add(people: readonly number[], settings: UserSettings | null): boolean {
    if (settings === null || people.some(person => this.users.has(person))) return false;
    return this.#apply(null, people, () => settings);
  }

  /** `edit` gives null for whom it can't be done. */
  edit(people: readonly number[], edit: (settings: UserSettings) => UserSettings | null): boolean {
    if (people.some(person => !this.users.has(person) || edit(this.users.get(person)!) === null))
      return false;
    return this.#apply(null, people, before => edit(before!));
  }

  remove(people: readonly number[]): boolean {
    if (people.some(person => !this.users.has(person))) return false;
    return this.#apply(null, people, () => null);
  }

  /** Undoes a set, all of it or, with `skip`, for whom nothing stands in the way. */
  undo(id: number, { skip = false, only }: { skip?: boolean; only?: readonly number[] } = {}): boolean {
    if (this.isUndone(id)) return false;
    const { changes } = this.sets[id - 1]!;
    const chosen = changes.filter(({ person }) => !only || only.includes(person));
    const left = chosen.filter(({ person }) => !this.#isTakenBack(id, person));
    if (left.length === 0) return false;
    const free = left.filter(change => this.#untouched(change)).sort((a, b) => a.person - b.person);
    const fitting = skip ? this.#withLicenses(free) : free;
    if (fitting.length === 0 || (!skip && fitting.length < left.length)) return false;
    const by = new Map(fitting.map(change => [change.person, change]));
    const part = chosen.length < changes.length ? 'chosen' : fitting.length < left.length ? 'clashes' : null;
    return this.#apply(id, [...by.keys()], (now, person) => back(now, by.get(person)!), part);
  }

  #untouched({ person, before, after }: ModelChange): boolean {
    const now = this.users.get(person) ?? null;
    const whole = before === null || after === null || now === null;
    if (whole) return same(now, after);
    const names = touched(before, after);
    const then = { ...now, ...Object.fromEntries(names.map(name => [name, before[name]])) };
    const signsIn = !names.includes('user_access') && !same(signedOut(then), then);
    return !signsIn && names.every(name => same(now[name], after[name]));
  }

  /** By an undo that was not done again for this person. */
  #isTakenBack(id: number, person: number): boolean {
    return this.sets.some(
      ({ undoes, changes }, index) =>
        undoes === id &&
        changes.some(change => change.person === person) &&
        !this.#isTakenBack(index + 1, person),
    );
  }

  /** The changes that licenses are there for: all, or the first ones once others gave theirs back. */
  #withLicenses(changes: readonly ModelChange[]): ModelChange[] {
    const users = new Map(this.users);
    const tried = (some: readonly ModelChange[]) => {
      const after = new Map(users);
      for (const change of some) {
        const then = back(users.get(change.person) ?? null, change);
        if (then) after.set(change.person, then);
        else after.delete(change.person);
      }
      return after;
    };
    const count = (of: Map<number, UserSettings>, name: PackageName) =>
      [...of.values()].filter(user => user.package_name === name).length;
    const fits = (after: Map<number, UserSettings>, before = users) =>
      (['essentials', 'premium', 'elite'] as const).every(
        name => count(after, name) <= Math.max(this.#total(name), count(before, name)),
      );
    if (fits(tried(changes))) return [...changes];
    const fitting = changes.filter(change => change.before === null);
    for (const change of changes) {
      if (change.before === null) continue;
      if (fits(tried([...fitting, change]), tried(fitting))) fitting.push(change);
    }
    return changes.filter(change => fitting.includes(change));
  }

  /** Makes a set of what differs and puts it into force; false, and nothing, where licenses are missing. */
  #apply(
    undoes: number | null,
    people: readonly number[],
    next: (now: State, person: number) => State,
    partial: ModelSet['partial'] = null,
  ): boolean {
    const changes = people
      .map(person => {
        const before = this.users.get(person) ?? null;
        return { person, before, after: next(before, person) };
      })
      .filter(({ before, after }) => !same(before, after));
    for (const name of ['essentials', 'premium', 'elite'] as const) {
      const having = (side: 'before' | 'after') =>
        changes.filter(change => change[side]?.package_name === name).length;
      const more = having('after') - having('before');
      if (more > 0 && this.used(name) + more > this.#total(name)) return false;
    }
    if (changes.length === 0) return true;
    const set = { undoes, partial, changes };
    this.#move(this.stacks[this.operator]!, this.sets.length + 1, set);
    this.sets.push(set);
    for (const change of changes) {
      const { person, before, after } = change;
      if (after) this.users.set(person, after);
      else this.users.delete(person);
      if (!before) this.#queue(person, undoes);
      if (!after) this.#withdraw(change);
    }
    return true;
  }

  #queue(person: number, undoes: number | null) {
    const gone =
      undoes === null ? null : this.sets[undoes - 1]!.changes.find(change => change.person === person);
    const mail: Mail = gone?.mail ?? { person, state: this.isConnected ? 'zoom' : 'waiting' };
    if (!gone && !this.isConnected) this.mail.push(mail);
    if (mail.state === 'withdrawn' && this.isConnected) this.withdrawnForGood.add(mail);
    if (mail.state === 'withdrawn' && !this.withdrawnForGood.has(mail)) mail.state = 'waiting';
    this.mailOf.set(person, mail);
  }

  #withdraw(change: ModelChange) {
    change.mail = this.mailOf.get(change.person)!;
    this.mailOf.delete(change.person);
    if (change.mail.state === 'waiting') change.mail.state = 'withdrawn';
  }

  /** Somebody sends one of the e-mails that wait, to `person`; what became of it is known when it is settled. */
  claim(person: number): Mail {
    const mail = this.mailOf.get(person)!;
    mail.state = 'sending';
    return mail;
  }

  settle(mail: Mail, state: 'sent' | 'unknown' | 'waiting') {
    const mine = this.mailOf.get(mail.person) === mail;
    mail.state = state === 'waiting' && !mine ? 'withdrawn' : state;
  }
}

/** Somebody as they were before a change, and as they are now in what it did not touch. */
function back(now: State, { before, after }: ModelChange): State {
  if (before === null || after === null || now === null) return before;
  return signedOut({
    ...now,
    ...Object.fromEntries(touched(before, after).map(name => [name, before[name]])),
  });
}

/** Who is inactive is offline (domain rule 4). */
export function signedOut(settings: UserSettings): UserSettings {
  return settings.user_access === 'inactive' ? { ...settings, status_name: 'Offline' } : settings;
}

function touched(before: UserSettings, after: UserSettings): FieldName[] {
  return fieldNames.filter(name => !same(before[name], after[name]));
}

/** The model keeps its lists in order, so texts can be compared. */
function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function fresh(role: { id: number; name: string }, more: Partial<UserSettings>): UserSettings {
  return { ...newSettings(role), ...more };
}
