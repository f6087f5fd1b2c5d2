import { complete, email, fields, flag, integer, page, pageQuery, text, time } from './parts.ts';

export const regionsQuery = pageQuery(300);
const regionFields = {
  region_id: text,
  region_name: text,
  is_main_region: flag,
  sip_zone_id: text,
  sip_zone_name: text,
};
export const regionPage = page(
  'regions',
  complete({ ...regionFields, users_count: integer(), last_modified_time: time }),
  300,
);
export const regionAnswer = complete(regionFields);

const settings = { region_name: text, sip_zone_id: text };
export const addRegionBody = fields(settings, ['region_name']);
export const addedRegionAnswer = complete({ region_id: text, ...settings });
export const changeRegionBody = fields(settings);
export const removeRegionQuery = fields({ move_users_to_region_id: text }, ['move_users_to_region_id']);

export const regionUsersQuery = pageQuery(100, { role_id: text });
export const regionUsersPage = page(
  'users',
  complete({ user_id: text, display_name: text, user_email: email, role_id: text, role_name: text }),
  100,
);
