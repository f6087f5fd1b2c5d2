/** The moment at `clock` (UTC, `07:30`) so many days before `now`, as ISO 8601. */
export function daysBefore(now: Date, days: number, clock: string): string {
  const day = new Date(now.getTime() - days * 86_400_000).toISOString().slice(0, 10);
  return `${day}T${clock}:00.000Z`;
}
