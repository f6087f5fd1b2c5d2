import type { Counts } from '../../account/rules/counts.ts';
import { plans } from '../../account/rules/rates.ts';
import { type Figure, figure, said } from '../figure.ts';

const limits = plans.business;

/** As the server counted: other programs use the account, too. */
export function rateFigures(all: readonly Counts[]): Figure[] {
  const refused = all.reduce((sum, { tooMany }) => sum + tooMany.second + tooMany.day, 0);
  const most = (['light', 'medium', 'general'] as const).map(category => ({
    category,
    most: Math.max(...all.map(counts => counts.most[category])),
    limit: limits[category].perSecond,
  }));
  return [
    figure('Requests beyond the rate', refused, { most: 0 }, ''),
    said(
      'Most requests in any second',
      '≤ half of the rate',
      most.map(of => `${of.category} ${of.most} of ${of.limit}`).join(', '),
      most.every(of => of.most <= of.limit / 2),
    ),
  ];
}
