import { stat } from 'node:fs/promises';
import type { PageEffect, PageOutcome } from '../../roster/screen/page-effects.ts';
import { unwritable } from '../reading/export.ts';
import type { ExportQuestion } from '../reading/question.ts';
import { typedPath } from './paths.ts';
import { beginFile } from './whole-file.ts';

type ExportEffect = Extract<PageEffect, { type: 'export' }>;

/**
 * Has the users of a view written as CSV, with all settings. A file that is there already is left alone unless it is to be
 * overwritten; then the old one stays until the new one is whole. Where the writing is aborted, nothing is left of it.
 */
export async function exportTo(
  { view, path: typed, overwrite, total }: ExportEffect,
  write: (question: ExportQuestion) => Promise<number | null>,
): Promise<PageOutcome> {
  const path = typedPath(typed);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new Error(`${path} is a folder. Name a file in it.`);
  if (there && !overwrite) return { type: 'export-exists', path };
  try {
    const file = await beginFile(path);
    try {
      const count = await write({ type: 'export', view, path, into: file.part, total });
      if (count === null) return { type: 'export-stopped', path };
      await file.keep();
      return { type: 'exported', path, count };
    } finally {
      await file.discard();
    }
  } catch (error) {
    throw unwritable(path, error);
  }
}
