import { type Clock, isoTime } from './rules/clock.ts';
import type { CatalogChanges } from './state/catalog-changes.ts';
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
  catalog: CatalogChanges,
  ids: Ids,
  clock: Clock,
): PortalCatalog {
  const authorship = () => ({ modified_by: state.owner_id, last_modified_time: isoTime(clock.now()) });
  return {
    addQueue: (name, channel = 'voice') => catalog.addQueue(name, channel),
    renameQueue: (queue, queue_name) => catalog.set(lookup.queue(queue), { queue_name }),
    removeQueue: queue => catalog.removeQueue(lookup.queue(queue)),
    addRole: role_name => catalog.addRole({ role_name }),
    renameRole: (role, role_name) => catalog.set(lookup.role(role), { role_name }),
    removeRole: (role, transfer = 'Agent') => catalog.removeRole(lookup.role(role), lookup.role(transfer)),
    addSkill: (skill_name, category) =>
      catalog.addSkill({ skill_name, skill_category_id: lookup.category(category).skill_category_id }),
    renameSkill: (skill, skill_name) => catalog.set(lookup.skill(skill), { skill_name }),
    removeSkill: skill => catalog.removeSkill(lookup.skill(skill)),
    renameRegion: (region, region_name) => catalog.set(lookup.region(region), { region_name }),
    addTeam: (name, parent) =>
      catalog.addTeam(name, parent === undefined ? null : lookup.team(parent).team_id),
    renameTeam: (team, team_name) => catalog.set(lookup.team(team), { team_name }),
    removeTeam: team => catalog.removeTeam(lookup.team(team)),
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
