import { fold } from '../roster/text/fold.ts';
import { type Culture, feminineForm, type Name, readNames } from './names/culture.ts';

/** Somebody's name as columns of the directory. */
export interface FullName {
  first_name: string;
  last_name: string;
  display_name: string;
  /** `ana.silva`: before the @ of an e-mail address, as long as nobody else has it. */
  local_part: string;
  /** `Ana S.`: what customers may see instead. */
  nickname: string;
}

/**
 * The names of one culture, one after the other: first name and family name walk through their lists side by side,
 * so that neither comes again soon and a pair only after all other pairs.
 */
export function fullNames(culture: Culture): (woman: boolean) => FullName {
  const families = readNames(culture.families);
  const women = walk(
    readNames(culture.women),
    families.map(name => feminineForm(name, culture)),
    0,
  );
  // Half the list away, or brother and sister would follow each other all the way.
  const men = walk(readNames(culture.men), families, Math.floor(families.length / 2));
  return woman => {
    const [given, family] = woman ? women() : men();
    return fullName(given, family, culture);
  };
}

function walk(given: readonly Name[], families: readonly Name[], start: number): () => [Name, Name] {
  const round = leastCommonMultiple(given.length, families.length);
  let step = 0;
  return () => {
    const family = families[(start + step + Math.floor(step / round)) % families.length]!;
    const pair: [Name, Name] = [given[step % given.length]!, family];
    step = (step + 1) % (given.length * families.length);
    return pair;
  };
}

function leastCommonMultiple(a: number, b: number): number {
  let [large, small] = [a, b];
  while (small > 0) [large, small] = [small, large % small];
  return (a / large) * b;
}

/** Puts given and family name together as the culture does. */
export function fullName(given: Name, family: Name, { order }: Pick<Culture, 'order'>): FullName {
  const joined = order === 'family-joined' ? '' : ' ';
  const familyFirst = order === 'family-first' || order === 'family-joined';
  return {
    first_name: given.written,
    last_name: family.written,
    display_name: familyFirst
      ? family.written + joined + given.written
      : given.written + joined + family.written,
    local_part: `${plainLetters(given.latin)}.${plainLetters(family.latin)}`,
    nickname: `${given.latin} ${family.latin.charAt(0).toUpperCase()}.`,
  };
}

function plainLetters(latin: string): string {
  return fold(latin).replace(/[^a-z]/g, '');
}
