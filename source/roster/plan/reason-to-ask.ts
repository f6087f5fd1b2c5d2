import { givenAccess } from '../access/grants-access.ts';
import { counted, listed } from '../text/words.ts';
import type { AppliedChangeSet, ChangeSet, Problem } from './change-set.ts';

/** Up to so many users, all of them shown, are changed without a look (screens: one rule for everything that changes users). */
export const unaskedLimit = 25;

/** The change set that an undo or redo takes back. */
export interface TakenBack extends Pick<AppliedChangeSet, 'id' | 'at' | 'operator_name' | 'summary'> {
  /**
   * Whoever takes it back did it last, as `u` and Ctrl+R mean it (domain rule 9); or so, but the screen on which they press
   * the key has not seen it; or it is an older one of theirs, or somebody else's.
   */
  whose: 'last' | 'elsewhere' | 'older' | 'theirs';
  /** On a screen: it removed users at the account, too, where nobody brings them back as they were. */
  removedThere?: boolean;
}

/** What is planned, and how those were chosen whom it is about. */
export interface AboutToChange {
  changeSet: Pick<ChangeSet, 'kind' | 'changes' | 'catalog' | 'account'>;
  /** How many of them are not shown. */
  notShown?: number | undefined;
  /** They were not named, but found by `--where`. */
  byFilter?: boolean | undefined;
  takesBack?: TakenBack | null | undefined;
  /** On a screen: who can't be part of it. Commands leave somebody out only where that was asked for, or a filter found them. */
  leftOut?: readonly Problem[] | undefined;
}

/**
 * Why somebody has to look at a plan before it is written, as a sentence about "this"; null where it is written at once. The one
 * place that knows, for the screen and for commands. What changes the catalog is asked about there.
 */
export function reasonToAsk(about: AboutToChange): string | null {
  const { changeSet, notShown, byFilter, takesBack, leftOut = [] } = about;
  const { kind, changes, catalog, account } = changeSet;
  if (kind === 'catalog') return null;
  const operators = givenAccess(catalog);
  if (operators.length > 0)
    return `This lets ${listed(operators)} in, with the login or key that comes back.`;
  if (kind === 'remove') return `This removes ${counted(changes.length, 'user')}.`;
  if (takesBack?.whose === 'theirs')
    return `This takes back change set ${takesBack.id} of ${takesBack.operator_name}.`;
  if (takesBack?.whose === 'older')
    return `This takes back change set ${takesBack.id}, which is not your newest.`;
  if (takesBack?.whose === 'elsewhere')
    return `This takes back change set ${takesBack.id}, which was not done here.`;
  const anew = changes.filter(({ action }) => action === 'add').length;
  if (takesBack?.removedThere && anew > 0) return `This adds ${counted(anew, 'user')} to the account anew.`;
  if (takesBack && account && account.notSent.length > 0)
    return "This brings back what can't be sent to the account.";
  if (takesBack && leftOut.length > 0) return `This leaves ${counted(leftOut.length, 'user')} as now.`;
  if (byFilter) return `This changes ${counted(changes.length, 'user')} found by --where.`;
  if (changes.length > unaskedLimit) return `This changes ${counted(changes.length, 'user')}.`;
  if (notShown) return `This changes ${counted(notShown, 'user that is', 'users that are')} not shown.`;
  return null;
}
