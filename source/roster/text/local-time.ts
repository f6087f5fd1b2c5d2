/** `2026-11-23 07:41`, where the operator is; text that is no time stays as it is. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${localClock(iso)}`;
}

/** `07:41`, where the operator is. */
export function localClock(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : `${two(time.getHours())}:${two(time.getMinutes())}`;
}

function two(count: number): string {
  return String(count).padStart(2, '0');
}
