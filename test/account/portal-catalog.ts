import { type Clock, isoTime } from './rules/clock.ts';
import { makeQueue, makeTeam } from './state/catalog.ts';
import type { Changes } from './state/changes.ts';
import type { Ids } from './state/ids.ts';
import {
  type Channel,
  findQueue,
  type Queue,
  type Region,
  type Role,
  type Skill,
  type SkillCategory,
  type State,
  type Team,
  type Template,
} from './state/state.ts';

/** What an admin changes of what is not a user. Everything is named by ID or name; what does not exist throws. */
export interface PortalCatalog {
  addQueue(name: string, channel?: Channel): Queue;
  renameQueue(queue: string, name: string): void;
  removeQueue(queue: string): void;
  addRole(name: string): Role;
  renameRole(role: string, name: string): void;
  /** Its users get another. */
  removeRole(role: string, transfer?: string): void;
  addSkill(name: string, category: string): Skill;
  renameSkill(skill: string, name: string): void;
  /** Its users lose it. */
  removeSkill(skill: string): void;
  renameRegion(region: string, name: string): void;
  addTeam(name: string, parent?: string): Team;
  renameTeam(team: string, name: string): void;
  /** Its users are in none then, and teams below it move up. */
  removeTeam(team: string): void;
  /** One that adds users and is active, unless told. */
  addTemplate(name: string, settings?: TemplateSettings): Template;
  changeTemplate(template: string, settings: TemplateSettings): void;
  removeTemplate(template: string): void;
}

export type TemplateSettings = Partial<Omit<Template, 'template_id' | 'modified_by' | 'last_modified_time'>>;

/** Looks things up by ID or name. */
export interface Lookup {
  queue(named: string): Queue;
  role(named: string): Role;
  skill(named: string): Skill;
  category(named: string): SkillCategory;
  region(named: string): Region;
  team(named: string): Team;
  template(named: string): Template;
}

export function makeLookup(state: State): Lookup {
  const byName =
    <T>(map: Map<string, T>, kind: string, nameOf: (value: T) => string) =>
    (named: string) =>
      found(map.get(named) ?? [...map.values()].find(value => nameOf(value) === named), kind, named);
  const queue = byName(state.queues, 'queue', ({ queue_name }) => queue_name);
  return {
    queue: named => findQueue(state, named) ?? queue(named),
    role: byName(state.roles, 'role', ({ role_name }) => role_name),
    skill: byName(state.skills, 'skill', ({ skill_name }) => skill_name),
    category: byName(state.categories, 'category', ({ skill_category_name }) => skill_category_name),
    region: byName(state.regions, 'region', ({ region_name }) => region_name),
    team: byName(state.teams, 'team', ({ team_name }) => team_name),
    template: byName(state.templates, 'template', ({ template_name }) => template_name),
  };
}

export function found<T>(value: T | undefined, kind: string, named: string): T {
  if (value === undefined) throw new Error(`The account has no ${kind} ${named}.`);
  return value;
}

export function makePortalCatalog(
  state: State,
  lookup: Lookup,
  changes: Changes,
  ids: Ids,
  clock: Clock,
): PortalCatalog {
  const now = () => ({ last_modified_time: isoTime(clock.now()) });
  const authorship = () => ({ modified_by: state.owner_id, ...now() });
  return {
    addQueue(name, channel = 'voice') {
      const queue = makeQueue(ids, name, channel, authorship());
      state.queues.set(queue.cc_queue_id, queue);
      return queue;
    },
    renameQueue: (queue, queue_name) =>
      void Object.assign(lookup.queue(queue), { queue_name, ...authorship() }),
    removeQueue: queue => void state.queues.delete(lookup.queue(queue).cc_queue_id),
    addRole(role_name) {
      const role: Role = { role_id: ids.long(), role_name, role_description: '', ...authorship() };
      state.roles.set(role.role_id, role);
      return role;
    },
    renameRole: (role, role_name) => void Object.assign(lookup.role(role), { role_name, ...authorship() }),
    removeRole(named, transfer = 'Agent') {
      const [{ role_id }, to] = [lookup.role(named), lookup.role(transfer)];
      for (const user of state.users.values())
        if (user.role_id === role_id) changes.set(user, { role_id: to.role_id });
      state.roles.delete(role_id);
    },
    addSkill(skill_name, category) {
      const { skill_category_id } = lookup.category(category);
      const skill: Skill = { skill_id: ids.long(), skill_name, skill_category_id, ...authorship() };
      state.skills.set(skill.skill_id, skill);
      return skill;
    },
    renameSkill: (skill, skill_name) =>
      void Object.assign(lookup.skill(skill), { skill_name, ...authorship() }),
    removeSkill(named) {
      const { skill_id } = lookup.skill(named);
      for (const user of state.users.values()) changes.drop(user, skill_id);
      state.skills.delete(skill_id);
    },
    renameRegion: (region, region_name) =>
      void Object.assign(lookup.region(region), { region_name, ...now() }),
    addTeam(name, parent) {
      const above = parent === undefined ? null : lookup.team(parent).team_id;
      const team = makeTeam(ids, name, above, isoTime(clock.now()));
      state.teams.set(team.team_id, team);
      return team;
    },
    renameTeam: (team, team_name) =>
      void Object.assign(lookup.team(team), { team_name, modify_time: isoTime(clock.now()) }),
    removeTeam(named) {
      const { team_id, parent_team_id } = lookup.team(named);
      for (const user of state.users.values()) if (user.team_id === team_id) changes.moveToTeam(user, null);
      for (const team of state.teams.values())
        if (team.parent_team_id === team_id) team.parent_team_id = parent_team_id;
      state.teams.delete(team_id);
    },
    addTemplate(template_name, settings) {
      const template: Template = {
        template_id: ids.short(),
        template_name,
        template_description: '',
        template_type: 'add',
        template_status: 'active',
        selected_blocks: [],
        ...settings,
        ...authorship(),
      };
      state.templates.set(template.template_id, template);
      return template;
    },
    changeTemplate: (template, settings) =>
      void Object.assign(lookup.template(template), settings, authorship()),
    removeTemplate: template => void state.templates.delete(lookup.template(template).template_id),
  };
}
