import { type Check, checkOf } from '../schemas/check.ts';
import { noQuery } from '../schemas/parts.ts';
import { addUsers } from './add-users.ts';
import { catalog } from './catalog.ts';
import { changeQueues } from './change-queues.ts';
import { changeRegions } from './change-regions.ts';
import { changeRoles } from './change-roles.ts';
import { changeSkills } from './change-skills.ts';
import { changeTeams } from './change-teams.ts';
import { changeUsers } from './change-users.ts';
import type { Operation } from './operation.ts';
import { optInOut } from './opt-in-out.ts';
import { queues } from './queues.ts';
import { readUsers } from './read-users.ts';
import { regions } from './regions.ts';
import { roles } from './roles.ts';
import { skills } from './skills.ts';
import { teams } from './teams.ts';

/** All that the server can do. */
export const operations: readonly Operation[] = [
  ...readUsers,
  ...addUsers,
  ...changeUsers,
  ...queues,
  ...changeQueues,
  ...optInOut,
  ...skills,
  ...changeSkills,
  ...roles,
  ...changeRoles,
  ...regions,
  ...changeRegions,
  ...teams,
  ...changeTeams,
  ...catalog,
];

/** What an app needs that may do all of it. */
export const allScopes: readonly string[] = [...new Set(operations.map(({ scope }) => scope))];

export interface Route {
  operation: Operation;
  params: Record<string, string>;
  checkQuery: Check;
  checkBody: Check | undefined;
  checkAnswer: Check | undefined;
}

const routes = operations.map(operation => {
  const [method, path] = operation.name.split(' ') as [string, string];
  return {
    method,
    steps: path.split('/').slice(1),
    operation,
    checkQuery: checkOf(operation.query ?? noQuery, 'query'),
    checkBody: operation.body && checkOf(operation.body),
    checkAnswer: operation.answer && checkOf(operation.answer),
  };
});

/** The operation of a path below `/v2`; a fixed path goes before one with an id in its place. */
export function routeOf(method: string, path: string): Route | undefined {
  const steps = path.split('/').slice(1);
  const fits = routes
    .filter(route => route.method === method && route.steps.length === steps.length)
    .map(route => ({ route, params: paramsOf(route.steps, steps) }))
    .filter(({ params }) => params !== undefined)
    .sort((a, b) => Object.keys(a.params!).length - Object.keys(b.params!).length)[0];
  if (!fits) return undefined;
  const { operation, checkQuery, checkBody, checkAnswer } = fits.route;
  return { operation, params: fits.params!, checkQuery, checkBody, checkAnswer };
}

function paramsOf(pattern: readonly string[], steps: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [at, step] of pattern.entries()) {
    if (step.startsWith('{')) params[step.slice(1, -1)] = decodeURIComponent(steps[at]!);
    else if (step !== steps[at]) return undefined;
  }
  return params;
}
