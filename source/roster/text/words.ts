/** `1,204`; of whole numbers. Not by Intl: making a formatter takes 2 ms of every start. */
export function number(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `Essentials`, `Inactive`: what is a plain word in JSON and CSV, as people read it. */
export function capitalized(word: string): string {
  return `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`;
}

/** `1 user`, `1,204 users`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${number(count)} ${count === 1 ? noun : plural}`;
}

/** `Ana, Bruno and Cem`, or `Ana, Bruno and 3 more`; `total` where there are more than are known by name. */
export function listed(names: readonly string[], most = 3, total = names.length): string {
  const shown = total > most ? names.slice(0, most - 1) : names;
  const rest = total - shown.length;
  const parts = rest > 0 ? [...shown, `${number(rest)} more`] : [...shown];
  if (parts.length <= 1) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** `8 s`, `3 min`, `1 h 20 min`: about how long something takes. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}
