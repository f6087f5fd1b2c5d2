/** Given and family names of many scripts, as directories have them. */
const names: readonly (readonly [first: string, last: string])[] = [
  ['Ana', 'Silva'],
  ['Jürgen', 'Müller'],
  ['Aoife', "O'Brien"],
  ['Gerard', "'t Hooft"],
  ['Zoë', 'van den Berg'],
  ['Łukasz', 'Wójcik'],
  ['Nguyễn', 'Thị Hương'],
  ['Дмитрий', 'Соколов'],
  ['Ελένη', 'Παπαδοπούλου'],
  ['太郎', '佐藤'],
  ['伟', '王'],
  ['민준', '김'],
  ['محمد', 'الأحمد'],
  ['שרה', 'כהן'],
  ['प्रिया', 'शर्मा'],
  ['สมชาย', 'ใจดี'],
  ['Martin', 'King, Jr.'],
  ['Robert "Bob"', 'Smith'],
  ['Özge', 'Yılmaz'],
  ['𠮷', '野家'],
];

const departments = ['Support', 'Sales, EMEA', 'Field service', 'カスタマーサポート', 'Фінанси', 'R&D', ''];

/** A made-up person, the same for the same number. */
export interface MadeUpPerson {
  number: number;
  first_name: string;
  last_name: string;
  department: string;
  /** 0 in most cases; the vendors' files make different status words of it. */
  statusKind: 0 | 1 | 2;
}

/** The person with this number, from 0. Every name of the list occurs with every department. */
export function madeUpPerson(number: number): MadeUpPerson {
  const [first_name, last_name] = names[number % names.length]!;
  const department = departments[number % departments.length]!;
  const statusKind = number % 23 === 7 ? 1 : number % 41 === 11 ? 2 : 0;
  return { number, first_name, last_name, department, statusKind };
}
