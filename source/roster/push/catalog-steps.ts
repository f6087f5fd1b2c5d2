import { differences } from '../catalog/catalog-entries.ts';
import type { CatalogChange, CatalogRecord } from '../plan/change-set.ts';
import { fold } from '../text/fold.ts';
import { capitalized } from '../text/words.ts';
import { type PushedKind, type PushStep, pushedKinds, type ThingOperation } from './step.ts';

/** Something of the catalog that was added, changed or removed here. */
export interface ThingChange extends CatalogChange {
  of: PushedKind;
  id: number;
}

/** What of a record the account takes; what a skill is of, its category, says. */
const taken: Readonly<Record<PushedKind, { create: readonly string[]; update: readonly string[] }>> = {
  region: { create: ['region_name'], update: ['region_name'] },
  // What a role lets one do at the account is more than is known here: once it is there, that is let be.
  role: { create: ['role_name', 'privileges'], update: ['role_name'] },
  queue: {
    create: ['queue_name', 'description', 'channel'],
    update: ['queue_name', 'description', 'channel'],
  },
  skill: { create: ['skill_name', 'category'], update: ['skill_name'] },
  team: { create: ['team_name'], update: ['team_name'] },
};

/** What comes before users, and what after them; `categories` are those of skills that are there, folded. */
export function catalogSteps(
  changes: readonly ThingChange[],
  categories: ReadonlySet<string>,
): { before: PushStep[]; after: PushStep[] } {
  const ofKinds = pushedKinds.flatMap(kind => changes.filter(({ of }) => of === kind));
  const there = new Set(categories);
  const before: PushStep[] = [];
  for (const change of ofKinds) {
    if (!change.after) continue;
    const { category, graded } = change.after;
    if (change.of === 'skill' && !change.before && !there.has(fold(String(category)))) {
      there.add(fold(String(category)));
      before.push({
        operation: 'createSkillCategory',
        category: String(category),
        graded: graded === true,
      });
    }
    const names = change.before
      ? differences(change.before, change.after).filter(name => taken[change.of].update.includes(name))
      : taken[change.of].create;
    if (names.length > 0) before.push(step(change, change.before ? 'update' : 'create', change.after, names));
  }
  return {
    before,
    after: ofKinds.filter(({ after }) => !after).map(change => step(change, 'delete', {}, [])),
  };
}

function step(
  { of, id: thing_id, name }: ThingChange,
  does: 'create' | 'update' | 'delete',
  record: CatalogRecord,
  names: readonly string[],
): PushStep {
  const operation = `${does}${capitalized(of)}` as ThingOperation;
  const values = Object.fromEntries(names.map(key => [key, record[key]]));
  return { operation, thing_id, name, values };
}
