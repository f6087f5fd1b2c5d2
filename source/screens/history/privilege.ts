import type { App } from '../app.ts';

/** Why this operator can't look at history, or null. */
export function whyNotHistory({ viewer }: App): string | null {
  if (viewer.mayReadHistory) return null;
  return `${viewer.operator_name} may not read the history: the role ${viewer.role_name} lacks RptContactCenterOperationLog:Read.`;
}
