import { type Clock, isoTime } from '../rules/clock.ts';
import { makeQueue, makeTeam } from './catalog.ts';
import type { Changes } from './changes.ts';
import type { Ids } from './ids.ts';
import {
  type Channel,
  mainRegion,
  type Queue,
  type Region,
  type Role,
  type Skill,
  type SkillCategory,
  type State,
  type Team,
} from './state.ts';

/** What is changed here is not a user; what a removal does to users goes with it. */
export interface CatalogChanges {
  addQueue(name: string, channel: Channel, fields?: Partial<Queue>): Queue;
  addRole(fields: Pick<Role, 'role_name'> & Partial<Role>): Role;
  /** In the zone of the main region, unless told. */
  addRegion(fields: Pick<Region, 'region_name'> & Partial<Region>): Region;
  addCategory(
    fields: Pick<SkillCategory, 'skill_category_name' | 'skill_type'> & Partial<SkillCategory>,
  ): SkillCategory;
  addSkill(fields: Pick<Skill, 'skill_name' | 'skill_category_id'>): Skill;
  addTeam(name: string, parent: string | null, fields?: Partial<Team>): Team;
  set<Thing extends Queue | Role | Region | SkillCategory | Skill | Team>(
    thing: Thing,
    fields: Partial<Thing>,
  ): void;
  removeQueue(queue: Queue): void;
  /** Its users get another. */
  removeRole(role: Role, to: Role): void;
  /** Its users are moved. */
  removeRegion(region: Region, to: Region): void;
  removeCategory(category: SkillCategory): void;
  /** Its users lose it. */
  removeSkill(skill: Skill): void;
  /** Its users are in none then, and teams below it move up. */
  removeTeam(team: Team): void;
}

/** Changes by somebody, as `changesBy`, which `changes` of users are made with. */
export function catalogChangesBy(
  state: State,
  by: string,
  ids: Ids,
  clock: Clock,
  changes: Changes,
): CatalogChanges {
  const time = () => isoTime(clock.now());
  const authorship = () => ({ modified_by: by, last_modified_time: time() });
  const users = () => [...state.users.values()];
  return {
    addQueue(name, channel, fields) {
      const queue = { ...makeQueue(ids, name, channel, authorship()), ...fields };
      state.queues.set(queue.cc_queue_id, queue);
      return queue;
    },
    addRole(fields) {
      const role: Role = {
        role_id: ids.long(),
        role_description: '',
        privileges: [],
        ...fields,
        ...authorship(),
      };
      state.roles.set(role.role_id, role);
      return role;
    },
    addRegion(fields) {
      const { sip_zone_id, sip_zone_name } = mainRegion(state);
      const region: Region = {
        region_id: ids.short(),
        is_main_region: false,
        sip_zone_id,
        sip_zone_name,
        ...fields,
        last_modified_time: time(),
      };
      state.regions.set(region.region_id, region);
      return region;
    },
    addCategory(fields) {
      const category: SkillCategory = {
        skill_category_id: ids.long(),
        skill_category_description: '',
        max_proficiency_level: null,
        ...fields,
        ...authorship(),
      };
      state.categories.set(category.skill_category_id, category);
      return category;
    },
    addSkill(fields) {
      const skill: Skill = { skill_id: ids.long(), ...fields, ...authorship() };
      state.skills.set(skill.skill_id, skill);
      return skill;
    },
    addTeam(name, parent, fields) {
      const team = { ...makeTeam(ids, name, parent, time()), ...fields };
      state.teams.set(team.team_id, team);
      return team;
    },
    set(thing, fields) {
      const now =
        'team_name' in thing
          ? { modify_time: time() }
          : 'region_name' in thing
            ? { last_modified_time: time() }
            : authorship();
      Object.assign(thing, fields, now);
    },
    removeQueue: ({ cc_queue_id }) => void state.queues.delete(cc_queue_id),
    removeRole({ role_id }, to) {
      for (const user of users()) if (user.role_id === role_id) changes.set(user, { role_id: to.role_id });
      state.roles.delete(role_id);
    },
    removeRegion({ region_id }, to) {
      for (const user of users())
        if (user.region_id === region_id) changes.set(user, { region_id: to.region_id });
      state.regions.delete(region_id);
    },
    removeCategory: ({ skill_category_id }) => void state.categories.delete(skill_category_id),
    removeSkill({ skill_id }) {
      for (const user of users()) changes.drop(user, skill_id);
      state.skills.delete(skill_id);
    },
    removeTeam({ team_id, parent_team_id }) {
      for (const user of users()) if (user.team_id === team_id) changes.moveToTeam(user, null);
      for (const team of state.teams.values())
        if (team.parent_team_id === team_id) team.parent_team_id = parent_team_id;
      state.teams.delete(team_id);
    },
  };
}
