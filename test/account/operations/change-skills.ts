import { noContent, refuse } from '../rules/answer.ts';
import {
  addCategoryBody,
  addSkillBody,
  categoryAnswer,
  changeCategoryBody,
  changeSkillBody,
  skillAnswer,
} from '../schemas/skills.ts';
import type { Skill, SkillCategory, SkillType, State } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';
import { noCategory, noSkill, shownCategory, shownSkill } from './skills.ts';

interface CategoryBody {
  skill_category_name?: string;
  skill_category_description?: string;
  max_proficiency_level?: number;
}

const wrongLevel = refuse(400, 1502, 'The highest proficiency level is "5", and the lowest level is "1".');
const nameTaken = refuse(400, 1502, 'Skill name already exists. You must select a different name.');

export const changeSkills: readonly Operation[] = [
  operation<CategoryBody & { skill_category_name: string; skill_type: SkillType }>({
    name: 'POST /contact_center/skills/categories',
    category: 'light',
    scope: 'contact_center:write:skill_category:admin',
    body: addCategoryBody,
    answer: categoryAnswer,
    run({ catalog, body }) {
      const { skill_type, max_proficiency_level } = body;
      if ((skill_type === 'proficiency') !== (max_proficiency_level !== undefined)) return wrongLevel;
      return { status: 201, body: shownCategory(catalog.addCategory(body)) };
    },
  }),
  operation<CategoryBody>({
    name: 'PATCH /contact_center/skills/categories/{skillCategoryId}',
    category: 'light',
    scope: 'contact_center:update:skill_category:admin',
    body: changeCategoryBody,
    run({ state, catalog, params, body }) {
      const category = state.categories.get(params.skillCategoryId!);
      if (!category) return noCategory(params.skillCategoryId!);
      const { max_proficiency_level: level } = body;
      if (level !== undefined && category.skill_type === 'text') return wrongLevel;
      // What becomes of levels that users have is not said.
      if (level !== undefined && level < highestHeld(state, category)) return wrongLevel;
      catalog.set(category, body);
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/skills/categories/{skillCategoryId}',
    category: 'light',
    scope: 'contact_center:delete:skill_category:admin',
    run({ state, catalog, params }) {
      const category = state.categories.get(params.skillCategoryId!);
      if (!category) return noCategory(params.skillCategoryId!);
      // What becomes of them otherwise is not said.
      if (skillsOf(state, category).length > 0) return refuse(400, 300, 'The category has skills.');
      catalog.removeCategory(category);
      return noContent;
    },
  }),
  operation<{ skill_name: string; skill_category_id: string }>({
    name: 'POST /contact_center/skills',
    category: 'light',
    scope: 'contact_center:write:skill:admin',
    body: addSkillBody,
    answer: skillAnswer,
    run({ state, catalog, body }) {
      if (!state.categories.has(body.skill_category_id)) return noCategory(body.skill_category_id);
      if (isTaken(state, body.skill_name)) return nameTaken;
      return { status: 201, body: shownSkill(state, catalog.addSkill(body)) };
    },
  }),
  operation<{ skill_name?: string }>({
    name: 'PATCH /contact_center/skills/{skillId}',
    category: 'light',
    scope: 'contact_center:update:skill:admin',
    body: changeSkillBody,
    run({ state, catalog, params, body }) {
      const skill = state.skills.get(params.skillId!);
      if (!skill) return noSkill(params.skillId!);
      // The number of an addition: a change has none.
      if (isTaken(state, body.skill_name, skill)) return nameTaken;
      catalog.set(skill, body);
      return noContent;
    },
  }),
  operation({
    name: 'DELETE /contact_center/skills/{skillId}',
    category: 'light',
    scope: 'contact_center:delete:skill:admin',
    run({ state, catalog, params }) {
      const skill = state.skills.get(params.skillId!);
      if (!skill) return noSkill(params.skillId!);
      catalog.removeSkill(skill);
      return noContent;
    },
  }),
];

function skillsOf({ skills }: State, { skill_category_id }: SkillCategory): Skill[] {
  return [...skills.values()].filter(skill => skill.skill_category_id === skill_category_id);
}

function highestHeld(state: State, category: SkillCategory): number {
  const ids = skillsOf(state, category).map(({ skill_id }) => skill_id);
  const levels = [...state.users.values()].flatMap(({ skills }) => ids.map(id => skills.get(id) ?? 0));
  return levels.reduce((most, level) => Math.max(most, level), 0);
}

/** In any category. */
function isTaken({ skills }: State, name: string | undefined, of?: Skill): boolean {
  return [...skills.values()].some(skill => skill !== of && skill.skill_name === name);
}
