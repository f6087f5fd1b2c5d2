import type { CatalogChange, CatalogKind, Problem } from '../plan/change-set.ts';
import type { Facts } from '../plan/facts.ts';
import { fold } from '../text/fold.ts';
import { listed } from '../text/words.ts';
import { catalogEntries, identityOf } from './catalog-entries.ts';
import { nameOf, nounOf, recordOf } from './catalog-records.ts';
import { keyConflicts } from './operator-keys.ts';
import { retargeted } from './template-mentions.ts';

type CatalogFacts = Pick<Facts, 'account' | 'pools' | 'catalog' | 'operators'>;

/** What else changes with an addition or an edit: templates that name it, the region that was the main one. */
export function besides(
  change: CatalogChange,
  facts: CatalogFacts,
): { catalog: CatalogChange[]; notices: string[] } {
  const { of, id, name, before, after } = change;
  const renamed = before && after && nameOf(of, after) !== name ? nameOf(of, after) : null;
  const templates = id !== null && renamed !== null ? retarget(of, id, renamed, facts) : [];
  const names = listed(templates.map(template => template.name));
  return {
    catalog: [...templates, ...formerMain(change, facts)],
    notices:
      templates.length === 0
        ? []
        : [`It is renamed in the template${templates.length > 1 ? 's' : ''} ${names}, too.`],
  };
}

/** The templates that name a thing, changed to name it `name`, or not at all where that is null. */
export function retarget(
  of: CatalogKind,
  id: number,
  name: string | null,
  facts: CatalogFacts,
): CatalogChange[] {
  return catalogEntries('template', facts).flatMap(template => {
    const record = recordOf('template', template.record);
    const edits = retargeted(record.edits, { of, id, name }, facts.catalog);
    if (edits === record.edits) return [];
    const after = { ...template.record, edits };
    return [{ of: 'template', id: template.id, name: template.name, before: template.record, after }];
  });
}

/** There is exactly one main region (domain: region): another one becomes it. */
function formerMain({ of, id, after }: CatalogChange, facts: CatalogFacts): CatalogChange[] {
  if (of !== 'region' || !after || !recordOf('region', after).is_main) return [];
  return catalogEntries('region', facts)
    .filter(region => region.id !== id && recordOf('region', region.record).is_main)
    .map(({ id, name, record }) => ({
      of: 'region',
      id,
      name,
      before: record,
      after: { ...record, is_main: false },
    }));
}

/** What speaks against a thing as it would be, because of the others there are. */
export function conflicts(change: CatalogChange, facts: CatalogFacts): Problem[] {
  const { of, before, after } = change;
  if (!after) return [];
  const others = catalogEntries(of, facts).filter(
    other => before === null || identityOf(other) !== identityOf(change),
  );
  const name = nameOf(of, after);
  const problems: Problem[] = [];
  const same = others.find(other => fold(other.name) === fold(name));
  if (same) problems.push(nameTaken(of, name));
  if (of === 'operator') {
    const { login } = recordOf('operator', after);
    const holder = others.find(other => login !== null && recordOf('operator', other.record).login === login);
    if (holder && login !== null) problems.push(loginTaken(login, holder.name));
    problems.push(...keyConflicts(after, others));
  }
  if (of === 'region' && before && recordOf('region', before).is_main && !recordOf('region', after).is_main)
    problems.push(mainRegion(nameOf(of, before), 'has to stay it', facts));
  return problems;
}

function nameTaken(of: CatalogKind, name: string): Problem {
  const noun = nounOf(of);
  const article = /^[aeiou]/.test(noun) ? 'an' : 'a';
  return {
    code: 'name_taken',
    value: name,
    message: `There is ${article} ${noun} called "${name}" already. See: roster ${noun} list`,
  };
}

function loginTaken(login: string, name: string): Problem {
  const message = `${login} is the login of ${name} already; a login is one operator's.`;
  return { code: 'login_taken', column: 'login', value: login, message };
}

export function mainRegion(
  name: string,
  what: string,
  { catalog }: { catalog: Pick<CatalogFacts['catalog'], 'regions'> },
): Problem {
  const another =
    catalog.regions.length > 1 ? 'roster region edit NAME --main' : 'roster region add NAME --main';
  return {
    code: 'main_region',
    value: name,
    message: `${name} is the main region and ${what}. Make another one the main region first: ${another}`,
  };
}
