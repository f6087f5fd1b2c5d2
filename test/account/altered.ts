/** What faults do to bodies, in and out. */

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same with fields that no reference knows, in the answer and in each of its rows. */
export function withNewFields(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNewFields);
  if (!isObject(body)) return body;
  const inner = Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, isRows(value) ? withNewFields(value) : value]),
  );
  return {
    ...inner,
    ai_companion: { enable: true, modes: ['draft', null] },
    new_flag: false,
    new_number: 1.5,
  };
}

function isRows(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}

const newValues: Json = {
  client_integration: 'HubSpot',
  package_name: 'ultimate',
  user_access: 'suspended',
  status_name: 'On a walk',
  channel: 'whiteboard',
  skill_type: 'badge',
  add_ons_plan: ['ai_expert_assist', 'quality_management'],
};

/** The same, where enums have values that no reference knows; all rows or, of a list, the first. */
export function withNewValues(body: unknown): unknown {
  if (!isObject(body)) return body;
  const changed = Object.entries(body).map(([name, value]) => {
    if (name in newValues) return [name, newValues[name]];
    return [
      name,
      isRows(value) ? (value as unknown[]).map((row, at) => (at === 0 ? withNewValues(row) : row)) : value,
    ];
  });
  return Object.fromEntries(changed);
}

/** What says whom it is about, or is needed for an addition of users. */
const kept = new Set(['user_id', 'user_email', 'role_id', 'template_id', 'status_id', 'skill_id']);
/** What something of the catalog can't be made without. */
const needed = new Set([
  ...['queue_name', 'channel', 'channel_types', 'role_name', 'region_name', 'team_name', 'skill_name'],
  ...['skill_category_id', 'skill_category_name', 'skill_type', 'max_proficiency_level'],
]);

/**
 * The same with one field less in each row, or one user less; undefined where nothing can be left out. An addition keeps what it
 * can't do without.
 */
export function withoutOneField(body: unknown, addition: boolean): unknown {
  if (!isObject(body)) return undefined;
  for (const [name, value] of Object.entries(body)) {
    if (name === 'user_ids' && Array.isArray(value)) return { ...body, user_ids: value.slice(0, -1) };
    if (name === 'skills' && Array.isArray(value)) return { ...body, skills: value.slice(0, -1) };
    if (name === 'users' && Array.isArray(value)) {
      const rows = value.map(row => withoutOneField(row, addition) ?? row);
      return rows.some((row, at) => row !== value[at]) ? { ...body, users: rows } : undefined;
    }
  }
  const left = Object.keys(body).findLast(name => !kept.has(name) && !(addition && needed.has(name)));
  if (left === undefined) return undefined;
  const { [left]: _, ...others } = body;
  return others;
}
