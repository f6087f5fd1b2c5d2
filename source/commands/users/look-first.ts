import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { reasonToAsk, type TakenBack } from '../../roster/plan/reason-to-ask.ts';
import { counted } from '../../roster/text/words.ts';
import { printChangeSet } from '../history/print-change-set.ts';
import type { Io } from '../shell/io.ts';
import { sayProblems } from '../shell/messages.ts';
import type { Common } from '../shell/options.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { askYesNo, canAsk } from '../shell/standard-input.ts';

/** What a command says of a change, for whether somebody has to look at it first. */
export interface Looking {
  /** The users were not named, but found by `--where`. */
  byFilter?: boolean;
  /** What an undo or redo takes back, known once it is planned. */
  takesBack?(): TakenBack | null;
  /** The list that was given is the look, where nobody can be asked: additions and imports. */
  byList?: boolean;
  /** It asks at a terminal, however few they are. */
  always?: boolean;
  /** E-mails or rows came from standard input: nobody is left there to answer. */
  inputTaken?: boolean;
  /** Shows the plan and asks, in a way of its own. */
  ask?(set: ChangeSet): Promise<boolean>;
}

export interface LookOptions extends Common {
  /** Do not ask. */
  yes?: boolean | undefined;
}

/**
 * Shows a plan and asks, where the rule wants that and somebody is there; null where nothing is to be asked. Throws Refusal
 * where nobody is there.
 */
export async function lookedAt(
  io: Io,
  set: ChangeSet,
  looking: Looking,
  options: LookOptions,
): Promise<boolean | null> {
  const { byFilter, takesBack, byList, always, inputTaken, ask } = looking;
  if (options.yes) return null;
  const reason = reasonToAsk({ changeSet: set, byFilter, takesBack: takesBack?.() });
  if (reason === null && !always) return null;
  if (canAsk(io) && !inputTaken) {
    sayProblems(io, set.leftOut);
    return await (ask ?? shown(io, options))(set);
  }
  if (reason === null || byList) return null;
  const message = `${reason} Nobody is there to look first, so nothing was changed. Say --yes, or look with --dry-run.`;
  throw new Refusal(message, exits.refused, 'needs_yes');
}

function shown(io: Io, options: Common): (set: ChangeSet) => Promise<boolean> {
  return async set => {
    // All that a dry run shows, where the question is: stdout is for what was done.
    await printChangeSet({ ...io, stdout: io.stderr }, set, { ...options, format: 'table' });
    const { changes } = set;
    return await askYesNo(io, changes.length > 0 ? `Write ${counted(changes.length, 'user')}?` : 'Write it?');
  };
}
