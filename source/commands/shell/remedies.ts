import type { Finding } from '../../../db/sqlite/check/check.ts';
import { shellWord } from '../../roster/text/shell-word.ts';

/**
 * What to do about what a check found, step by step; nothing where it found nothing. `logged`: there is a write-ahead log
 * beside the file.
 */
export function remedies(findings: readonly Finding[], path: string, logged: boolean): string[] {
  const found = (damage: Finding['damage']) => findings.some(finding => finding.damage === damage);
  const db = `--db ${shellWord(path)}`;
  const restore = `stop the programs that use it and go back to the newest backup: roster restore FILE ${db}`;
  const rescue = (what: string) => [
    `${what}: roster rescue saved.db ${db}`,
    `Look at that: roster check --db saved.db – then put it in its place: roster restore saved.db ${db}`,
  ];
  // SQLite can't tell the log of another file from its own.
  const foreign = `If the file was put there by hand: ${shellWord(`${path}-wal`)} may belong to the one before. Move it away, check again.`;
  const torn = found('data') || found('index') || found('schema');
  const first = logged && torn ? [foreign] : [];
  if (found('schema')) return [...first, `What says where everything lies is damaged: ${restore}`];
  if (found('data'))
    return [...first, `Rows are damaged: ${restore}`, ...rescue('Without a backup, save what is left of it')];
  if (found('index'))
    return [
      ...first,
      'Only indexes are damaged, and no row is lost.',
      ...rescue('Make a copy with new indexes'),
    ];
  if (found('records'))
    return [
      'The file is whole; something else than roster wrote to it. Set right what is named, with roster edit or remove,',
      `or ${restore}`,
    ];
  return [];
}
