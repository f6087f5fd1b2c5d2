import { readCatalog } from '../../../db/catalog/catalog.ts';
import type { Db } from '../../../db/sqlite/dialect.ts';
import type { Template } from '../../roster/catalog/catalog.ts';
import { findByName } from '../../roster/catalog/find-by-name.ts';
import { exits, Refusal } from '../shell/refusal.ts';

/** The template that `--template` names; null without one. Throws Refusal where there is none of that name. */
export async function templateNamed(db: Db, name: string | undefined): Promise<Template | null> {
  if (name === undefined) return null;
  const { templates } = await readCatalog(db);
  const result = findByName(templates, name, 'template');
  if ('found' in result) return result.found;
  throw new Refusal(result.problem.message, exits.refused, result.problem.code);
}
