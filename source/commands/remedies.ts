import type { Finding } from '../../db/check.ts';

/** What to do about what a check found, step by step; nothing where it found nothing. */
export function remedies(findings: readonly Finding[], path: string): string[] {
  const found = (damage: Finding['damage']) => findings.some(finding => finding.damage === damage);
  const file = quoted(path);
  const restore = `stop the programs that use it and go back to the newest backup: roster restore FILE --db ${file}`;
  const save = [
    `Without a backup, save what is left of it: sqlite3 ${file} .recover | sqlite3 saved.db`,
    `Look at that: roster check --db saved.db – and put it in its place: roster restore saved.db --db ${file}`,
  ];
  if (found('data')) return [`Rows are damaged: ${restore}`, ...save];
  if (found('index'))
    return [
      `Only indexes are damaged, and no row is lost. Make them anew: sqlite3 ${file} REINDEX – then check again.`,
      `If that fails, ${restore}`,
      ...save,
    ];
  if (found('records'))
    return [
      'The file is whole; something else than roster wrote to it. Set right what is named with roster edit or remove,',
      `or ${restore}`,
    ];
  return [];
}

/** A path as a shell takes it. */
function quoted(path: string): string {
  return /^[\w./~-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
