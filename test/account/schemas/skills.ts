import {
  complete,
  email,
  fields,
  integer,
  listOf,
  oneOf,
  page,
  pageQuery,
  text,
  textTo,
  time,
} from './parts.ts';

const skillType = oneOf('text', 'proficiency');
/** Missing where a skill has no levels. */
const levels = oneOf(1, 2, 3, 4, 5);
const authorship = { modified_by: text, last_modified_time: time };

export const skillsQuery = pageQuery(300, { skill_category_id: text, skill_id: text, skill_type: skillType });

const skillFields = {
  skill_id: text,
  skill_name: text,
  skill_type: skillType,
  skill_category_name: text,
  skill_category_id: text,
  total_users: integer(),
  ...authorship,
};
export const skillAnswer = fields(
  { ...skillFields, max_proficiency_level: levels },
  Object.keys(skillFields),
);
export const skillPage = page('skills', skillAnswer, 300);
export const addSkillBody = fields({ skill_category_id: text, skill_name: text }, [
  'skill_category_id',
  'skill_name',
]);
export const changeSkillBody = fields({ skill_name: text });

export const categoriesQuery = pageQuery(300);

const categorySettings = { skill_category_name: text, skill_category_description: text };
const categoryFields = {
  skill_category_id: text,
  ...categorySettings,
  skill_type: skillType,
  ...authorship,
};
export const categoryAnswer = fields(
  { ...categoryFields, max_proficiency_level: levels },
  Object.keys(categoryFields),
);
const listedFields = { ...categoryFields, total_agent_routing_profiles: integer() };
export const categoryPage = page(
  'skill_categories',
  fields({ ...listedFields, max_proficiency_level: levels }, Object.keys(listedFields)),
  300,
  'no total',
);
export const changeCategoryBody = fields({ ...categorySettings, max_proficiency_level: levels });
export const addCategoryBody = fields(
  { ...categorySettings, max_proficiency_level: levels, skill_type: skillType },
  ['skill_category_name', 'skill_type'],
);

export const skillUsersQuery = pageQuery(300);
export const skillUsersPage = page(
  'users',
  complete({ user_id: text, display_name: text, user_email: email }),
  300,
  'no total',
);

export const userSkillsQuery = pageQuery(300, { skill_category_id: text, skill_type: skillType });

const heldFields = {
  skill_id: text,
  skill_name: text,
  skill_type: skillType,
  skill_category_id: textTo(100),
  skill_category_name: text,
};
export const userSkillsPage = page(
  'skills',
  fields(
    { ...heldFields, max_proficiency_level: integer(1), user_proficiency_level: integer(1) },
    Object.keys(heldFields),
  ),
  300,
);

/** The user's level has the name of the skill's highest one. */
export const assignSkillsBody = fields(
  {
    skills: listOf(fields({ skill_id: text, max_proficiency_level: integer(1) }, ['skill_id']), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  ['skills'],
);
