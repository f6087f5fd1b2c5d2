import { complete, email, fields, integer, listOf, oneOf, pageQuery, text, textTo, time } from './parts.ts';

/** From the reference of the whole account's users, which the copy of the specification does not hold. */
const status = oneOf('active', 'inactive', 'pending');

export const peopleQuery = pageQuery(300, { status });

const personFields = {
  email,
  first_name: textTo(64),
  last_name: textTo(64),
  display_name: textTo(128),
  dept: text,
  status,
  type: oneOf(1, 2),
  created_at: time,
};

export const peoplePage = complete({
  next_page_token: text,
  page_count: integer(),
  page_number: integer(1),
  page_size: integer(1, 300),
  total_records: integer(),
  // Who has not accepted yet has no id.
  users: listOf(fields({ id: text, ...personFields }, Object.keys(personFields)), { maxItems: 300 }),
});
