import type { Problem } from '../plan/change-set.ts';
import type { Edited } from './edit-settings.ts';
import type { FieldEdit } from './field-edit.ts';
import type { UserSettings } from './user.ts';

/** Settings as they may be: who is inactive is signed out (domain rule 4). */
export function signedOut(settings: UserSettings): UserSettings {
  if (settings.user_access === 'active' || settings.status_name === 'Offline') return settings;
  return { ...settings, status_name: 'Offline', sub_status_name: null };
}

/**
 * Presence as it goes with the other settings. What was asked for and can't be is a problem, what is left over goes:
 * who is inactive is offline (domain rule 4), and a reason goes with Not Ready alone.
 */
export function withPresence(settings: UserSettings, edits: readonly FieldEdit[]): Edited {
  const asked = (field: FieldEdit['field']) =>
    edits.findLast(edit => edit.field === field && edit.op === 'set');
  const problems: Problem[] = [];
  const refuse = (code: string, edit: FieldEdit | undefined, why: (text: string) => string) => {
    if (edit) problems.push({ code, column: edit.field, value: edit.text, message: why(edit.text) });
  };
  let after = signedOut(settings);
  if (after !== settings)
    refuse(
      'inactive_presence',
      asked('status_name'),
      text =>
        `An inactive user is offline and can't be given the presence ${text}. Make them active first, or leave the presence out.`,
    );
  if (after.status_name !== 'Not Ready' && settings.sub_status_name !== null) {
    const { status_name } = after;
    refuse(
      'reason_without_not_ready',
      problems.length === 0 ? asked('sub_status_name') : undefined,
      text => `The reason ${text} goes with Not Ready only, and the presence is ${status_name}.`,
    );
    after = { ...after, sub_status_name: null };
  }
  return { after, problems };
}
