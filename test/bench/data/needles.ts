import { type Random, randomFor } from '../../../source/demo/random.ts';
import { fold } from '../../../source/roster/text/fold.ts';
import type { Data } from './cache.ts';
import type { ListedUser } from './user-line.ts';
import { listedUsers } from './user-list.ts';

const topic = 77;
const longest = 12;
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * What people might search for: `count` texts of 1 to 12 letters, two or three words now and then, taken from users all
 * over the data: names as they are written and without their accents, parts of e-mails, departments, and some that match
 * nobody. The same data and `seed` give the same ones.
 */
export async function makeNeedles(data: Data, count: number, seed: number): Promise<string[]> {
  const users = await someUsers(data, count, seed);
  return users.map((user, index) => {
    const random = randomFor(topic + seed, index);
    const make = makers[index % makers.length]!;
    // Five and twelve have no divisor in common, so that a dozen needles have a dozen lengths.
    const length = 1 + ((index * 5 + seed) % longest);
    return make(user, random, length).trim().toLowerCase() || 'a';
  });
}

type Maker = (user: ListedUser, random: Random, length: number) => string;

const beginning = (text: string, length: number) => [...text].slice(0, length).join('');
const word = (text: string, random: Random) => random.pick(text.split(/\s+/));

const within: Maker = ({ name }, random, length) => {
  const characters = [...name];
  const from = random.below(Math.max(1, characters.length - length));
  return characters.slice(from, from + length).join('');
};

const makers: readonly Maker[] = [
  ({ name }, random, length) => beginning(word(name, random), length),
  ({ email }, random, length) => {
    const from = random.below(Math.max(1, email.indexOf('@') - 2));
    return email.slice(from, from + length);
  },
  ({ name }, _, length) => beginning(name, length),
  within,
  ({ department }, random, length) => beginning(word(department, random), length),
  // Without the accents that it is written with.
  ({ name }, random, length) => fold(beginning(word(name, random), length)),
  ({ name, department, email }, random, length) => {
    const each = Math.ceil(length / 3);
    return `${beginning(word(name, random), each)} ${beginning(department, each)} ${email.slice(0, Math.max(0, length - 2 * each))}`;
  },
  ({ name }, _, length) =>
    beginning(name, Math.ceil(length / 2))
      .split('')
      .reverse()
      .join(''),
  (_, random, length) => Array.from({ length }, () => letters[random.below(letters.length)]).join(''),
];

/** Some of the users, every third of them with a name in other letters than a to z. */
async function someUsers(data: Data, count: number, seed: number): Promise<ListedUser[]> {
  const random = randomFor(topic, seed);
  const every = Math.max(1, Math.floor(data.users / (count * 4)));
  const plain: ListedUser[] = [];
  const other: ListedUser[] = [];
  let number = random.below(every);
  for await (const user of listedUsers(data)) {
    if (number++ % every > 0) continue;
    (/^[\x20-\x7e]*$/.test(user.name) ? plain : other).push(user);
  }
  return Array.from({ length: count }, (_, index) => {
    // Each round of the makers gives these names to others of them.
    const isOther = (index + Math.floor(index / makers.length) + seed) % 3 === 2;
    const from = isOther && other.length > 0 ? other : plain;
    return from[random.below(from.length)]!;
  });
}
