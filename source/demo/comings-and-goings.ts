/** Users who are not imported but added later, by role; the history tells of it. */
export const newcomers = [
  { role: 'Agent', numbers: [24, 25, 26, 27, 28, 29] },
  { role: 'Supervisor', numbers: [58, 59] },
  { role: 'Quality Analyst', numbers: [83, 84, 85] },
] as const;

const newcomerNumbers = new Set<number>(newcomers.flatMap(({ numbers }) => numbers));

/** Whether the user of this number is added later. */
export function isNewcomer(number: number): boolean {
  return newcomerNumbers.has(number);
}

/** The people beyond the users who had a license and lost it again; accounts of a handful had no such luxury. */
export function leaversBeyond(users: number): number[] {
  return users < 20 ? [] : [users + 1, users + 2];
}

/** How many people of the account have no license. */
export function peopleWithoutLicense(users: number): number {
  return Math.min(3_000, Math.max(5, Math.round(users / 5)));
}
