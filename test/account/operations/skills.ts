import { noContent, refuse } from '../rules/answer.ts';
import {
  assignSkillsBody,
  categoriesQuery,
  categoryAnswer,
  categoryPage,
  skillAnswer,
  skillPage,
  skillsQuery,
  skillUsersPage,
  skillUsersQuery,
  userSkillsPage,
  userSkillsQuery,
} from '../schemas/skills.ts';
import type { Skill, SkillCategory, State } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { identity } from './shown-user.ts';

export const skills: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/skills',
    category: 'medium',
    scope: 'contact_center:read:list_skills:admin',
    query: skillsQuery,
    answer: skillPage,
    run({ state, query, page }) {
      const { skill_id, skill_category_id, skill_type } = query;
      const fits = (skill: Skill) =>
        (!skill_id || skill.skill_id === skill_id) &&
        (!skill_category_id || skill.skill_category_id === skill_category_id) &&
        (!skill_type || categoryOf(state, skill).skill_type === skill_type);
      return page('skills', [...state.skills.values()].filter(fits), skill => shownSkill(state, skill));
    },
  }),
  operation({
    name: 'GET /contact_center/skills/categories',
    category: 'medium',
    scope: 'contact_center:read:list_skill_categories:admin',
    query: categoriesQuery,
    answer: categoryPage,
    run({ state, page }) {
      const shown = (category: SkillCategory) => ({
        ...shownCategory(category),
        total_agent_routing_profiles: 0,
      });
      return page('skill_categories', [...state.categories.values()], shown, { total: false });
    },
  }),
  operation({
    name: 'GET /contact_center/skills/categories/{skillCategoryId}',
    category: 'light',
    scope: 'contact_center:read:skill_category:admin',
    answer: categoryAnswer,
    run({ state, params }) {
      const category = state.categories.get(params.skillCategoryId!);
      return category ? { status: 200, body: shownCategory(category) } : noCategory(params.skillCategoryId!);
    },
  }),
  operation({
    name: 'GET /contact_center/skills/{skillId}',
    category: 'light',
    scope: 'contact_center:read:skill:admin',
    answer: skillAnswer,
    run({ state, params }) {
      const skill = state.skills.get(params.skillId!);
      return skill ? { status: 200, body: shownSkill(state, skill) } : noSkill(params.skillId!);
    },
  }),
  operation({
    name: 'GET /contact_center/skills/{skillId}/users',
    category: 'medium',
    scope: 'contact_center:read:list_skill_users:admin',
    query: skillUsersQuery,
    answer: skillUsersPage,
    run({ state, params, page }) {
      const id = params.skillId!;
      if (!state.skills.has(id)) return noSkill(id);
      // Without the levels, and without saying how many there are.
      return page('users', usersWith(state, id), identity, { total: false });
    },
  }),
  operation({
    name: 'GET /contact_center/users/{userId}/skills',
    category: 'medium',
    scope: 'contact_center:read:list_user_skills:admin',
    query: userSkillsQuery,
    answer: userSkillsPage,
    run({ state, params, query: { skill_category_id, skill_type }, page }) {
      const user = state.users.get(params.userId!);
      if (!user) return noSuchUser(params.userId!);
      const held = [...user.skills]
        .map(([id, level]) => ({ ...described(state, state.skills.get(id)!), level }))
        .filter(
          skill =>
            (!skill_category_id || skill.skill_category_id === skill_category_id) &&
            (!skill_type || skill.skill_type === skill_type),
        );
      return page('skills', held, ({ level, ...skill }) => ({
        ...skill,
        ...highest(state.categories.get(skill.skill_category_id)!),
        ...(level !== null && { user_proficiency_level: level }),
      }));
    },
  }),
  operation<{ skills: { skill_id: string; max_proficiency_level?: number }[] }>({
    name: 'POST /contact_center/users/{userId}/skills',
    category: 'medium',
    scope: 'contact_center:write:user_skill:admin',
    body: assignSkillsBody,
    run({ state, changes, params, body }) {
      const user = state.users.get(params.userId!);
      if (!user) return noUser(params.userId!);
      const given = new Map<string, number | null>();
      for (const { skill_id, max_proficiency_level: level } of body.skills) {
        const skill = state.skills.get(skill_id);
        if (!skill) return noSkill(skill_id);
        // Whatever the level: one that is held can't be changed.
        if (user.skills.has(skill_id) || given.has(skill_id))
          return refuse(400, 1405, `The user has skill ${skill_id} already.`);
        const highestLevel = categoryOf(state, skill).max_proficiency_level;
        if (level !== undefined && level > (highestLevel ?? 0))
          return refuse(400, 300, `Skill ${skill_id} has no level ${level}.`);
        given.set(skill_id, highestLevel === null ? null : (level ?? 1));
      }
      for (const [id, level] of given) changes.hold(user, id, level);
      return { status: 201 };
    },
  }),
  operation({
    name: 'DELETE /contact_center/users/{userId}/skills/{skillId}',
    category: 'light',
    scope: 'contact_center:delete:user_skill:admin',
    run({ state, changes, params }) {
      const user = state.users.get(params.userId!);
      if (!user) return noUser(params.userId!);
      if (!changes.drop(user, params.skillId!))
        return refuse(404, 1404, `The user has no skill ${params.skillId}.`);
      return noContent;
    },
  }),
];

export const noSkill = (id: string) => refuse(404, 1401, `No skill has the ID ${id}.`);
export const noCategory = (id: string) => refuse(404, 1501, `No category of skills has the ID ${id}.`);
const noSuchUser = (id: string) => refuse(404, 300, `No user has the ID ${id}.`);
/** 400 where skills are given and taken, though other operations say 404. */
const noUser = (id: string) => refuse(400, 300, `No user has the ID ${id}.`);

function categoryOf(state: State, skill: Skill): SkillCategory {
  return state.categories.get(skill.skill_category_id)!;
}

function described(state: State, skill: Skill) {
  const { skill_category_id, skill_category_name, skill_type } = categoryOf(state, skill);
  return {
    skill_id: skill.skill_id,
    skill_name: skill.skill_name,
    skill_type,
    skill_category_id,
    skill_category_name,
  };
}

export function shownSkill(state: State, skill: Skill) {
  return {
    ...described(state, skill),
    ...highest(categoryOf(state, skill)),
    total_users: usersWith(state, skill.skill_id).length,
    modified_by: skill.modified_by,
    last_modified_time: skill.last_modified_time,
  };
}

export function shownCategory({ max_proficiency_level, ...category }: SkillCategory) {
  return { ...category, ...highest({ max_proficiency_level }) };
}

function highest({ max_proficiency_level }: Pick<SkillCategory, 'max_proficiency_level'>) {
  return max_proficiency_level === null ? {} : { max_proficiency_level };
}

function usersWith(state: State, skill: string) {
  return [...state.users.values()].filter(user => user.skills.has(skill));
}
