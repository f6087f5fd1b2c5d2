import { type Answer, refuse } from './answer.ts';

/** What newer accounts have. To one that lacks it there is no such operation. */
export interface Features {
  /** `off` where the account has them and has not switched them on. */
  teams: 'on' | 'off' | 'absent';
  templates: 'on' | 'absent';
  /** Opting in or out of several queues at once. */
  optInOut: 'on' | 'absent';
}

export const allFeatures: Readonly<Features> = { teams: 'on', templates: 'on', optInOut: 'on' };

export const noOperation: Answer = refuse(404, 2300, 'There is no such operation.');

export function featureRefusal(features: Features, feature?: keyof Features): Answer | undefined {
  if (feature === undefined || features[feature] === 'on') return undefined;
  if (features[feature] === 'absent') return noOperation;
  return refuse(400, 4101, 'Teams are not switched on in this account.');
}
