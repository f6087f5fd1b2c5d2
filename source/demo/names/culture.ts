/** A name as it is written where its bearer lives, and in the Latin letters of an e-mail address. */
export interface Name {
  written: string;
  latin: string;
}

/** `family-joined` is family name first without a space, as in Chinese and Korean. */
export type NameOrder = 'given-first' | 'family-first' | 'family-joined';

/** The names of one language, as the lists give them: `Ana, José, Олена|Olena`, the common ones first. */
export interface Culture {
  language: string;
  /** ISO 3166 codes, the more likely first. */
  countries: readonly string[];
  /** How many of a thousand people bear such names. */
  share: number;
  order?: NameOrder;
  women: string;
  men: string;
  families: string;
  /** How the family names of women end; the first rule that fits is taken. */
  feminine?: readonly (readonly [ending: RegExp, replacement: string])[];
}

/** Reads a list of names; what has no Latin form of its own is Latin already. */
export function readNames(list: string): Name[] {
  return list.split(',').map(entry => {
    const [written = '', latin = written] = entry.trim().split('|');
    return { written, latin };
  });
}

/** A family name as a woman of this culture bears it. */
export function feminineForm(name: Name, { feminine = [] }: Pick<Culture, 'feminine'>): Name {
  const inflect = (form: string) => {
    const rule = feminine.find(([ending]) => ending.test(form));
    return rule ? form.replace(rule[0], rule[1]) : form;
  };
  return { written: inflect(name.written), latin: inflect(name.latin) };
}
