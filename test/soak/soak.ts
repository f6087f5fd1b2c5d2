import { appendFileSync } from 'node:fs';

/** What a long run counted, by what it is called. */
export type Counts = Record<string, number>;

/** How many rounds a long run has: as many as `--times` says, else `usual`. */
export function rounds(usual: number): number {
  return Number(process.env.ROSTER_SOAK_TIMES ?? usual);
}

/** Puts the counts of a subject into the lines that `npm run soak` ends with; shown at once where it is run alone. */
export function report(subject: string, counts: Counts): void {
  const file = process.env.ROSTER_SOAK_COUNTS;
  if (file) appendFileSync(file, `${JSON.stringify({ subject, counts })}\n`);
  else process.stdout.write(`${subject}: ${JSON.stringify(counts)}\n`);
}
