import { cast } from './cast.ts';
import { type FullName, fullNames } from './full-names.ts';
import { cultures } from './names/cultures.ts';
import { randomFor, weighted } from './random.ts';

/** A person of the made-up account. */
export interface MadeUpPerson extends FullName {
  /** From 1, also the person's id. */
  number: number;
  user_email: string;
  department: string;
  language: string;
  country: string;
}

const topic = 1;

const departments = weighted([
  ['Customer Care', 30],
  ['Technical Support', 18],
  ['Sales', 14],
  ['Billing', 12],
  ['Retention', 6],
  ['Back Office', 6],
  ['Operations', 5],
  ['Field Service', 4],
  ['Logistics', 3],
  ['Quality & Training', 2],
]);

/**
 * The people of the account one after the other. The nth is the same in every account, however many there are.
 * What it remembers – how often each name was given – stays small, as there are only so many names.
 */
export function peopleOfAccount(): () => MadeUpPerson {
  const sources = weighted(
    cultures.map(culture => [{ culture, nextName: fullNames(culture) }, culture.share] as const),
  );
  const namesakes = new Map<string, number>();
  const address = (local_part: string) => {
    const count = (namesakes.get(local_part) ?? 0) + 1;
    namesakes.set(local_part, count);
    return `${local_part}${count === 1 ? '' : count}@acme.example`;
  };
  let number = 0;
  return () => {
    number++;
    const random = randomFor(topic, number);
    const department = departments(random);
    const known = cast[number - 1];
    if (known) return { number, ...known.name, ...known, user_email: address(known.name.local_part) };
    const { culture, nextName } = sources(random);
    const name = nextName(random.chance(0.52));
    const { language, countries } = culture;
    return {
      ...name,
      number,
      user_email: address(name.local_part),
      department,
      language,
      country: random.pick(countries),
    };
  };
}
