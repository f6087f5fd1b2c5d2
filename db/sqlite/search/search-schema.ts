import { isActive, listedByAccess, listedByPresence, nameOf, presenceOf } from './search-keys.ts';

/**
 * What makes a million users answer at typing speed. `user_search` repeats of each user what they are found, filtered
 * and sorted by, in the order of their names: `name_rank` is where they stand in it, with gaps for those who come
 * later. `user_trigrams` has the trigrams of the same text under the same numbers, so that what a search
 * finds comes in the order of names by itself. Triggers keep all of it in step with the rows it is made from.
 */
export const searchSchema = [
  `create table user_search (
    name_rank integer primary key,
    person_id integer not null,
    role_id integer not null,
    is_active integer not null,
    presence integer not null,
    queue_ids text not null,
    search_key text not null
  ) strict`,
  // Each of them ends with the row's number, the name's rank.
  `create index user_search_by_name on user_search (${nameOf()})`,
  `create index user_search_by_role on user_search (role_id)`,
  // Active and offline is what nearly all users who are added are: a page less of each to write for everyone.
  `create index user_search_by_access on user_search (is_active) where ${listedByAccess}`,
  `create index user_search_by_presence on user_search (presence) where ${listedByPresence}`,
  `create virtual table user_trigrams using fts5 (
    search_key, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
  )`,
  `create virtual table user_trigram_terms using fts5vocab (user_trigrams, row)`,
  // Line ends behind the text let each of its letters begin a trigram.
  `create trigger searched after insert on user_search begin
    insert into user_trigrams (rowid, search_key) values (new.name_rank, new.search_key || char(10, 10));
  end`,
  `create trigger not_searched after delete on user_search begin
    insert into user_trigrams (user_trigrams, rowid, search_key)
    values ('delete', old.name_rank, old.search_key || char(10, 10));
  end`,
  // Who is in a queue, in the order of names, the active ones apart.
  `create table queue_listing (
    queue_id integer not null,
    is_active integer not null,
    name_rank integer not null,
    primary key (queue_id, is_active, name_rank)
  ) strict, without rowid`,
  `create table license_use (
    package_name text not null,
    status_name text not null,
    users integer not null,
    primary key (package_name, status_name)
  ) strict, without rowid`,
  `create trigger user_added after insert on users begin
    update people set licensed = 1 where person_id = new.person_id;
    ${counted('new', 1)}
  end`,
  `create trigger user_removed before delete on users begin
    delete from queue_listing
      where name_rank = old.name_rank and is_active = ${isActive('old')}
      and queue_id in (select queue_id from queue_members where person_id = old.person_id);
    delete from user_search where name_rank = old.name_rank;
    update people set licensed = 0 where person_id = old.person_id;
    ${counted('old', -1)}
  end`,
  `create trigger user_changed after update of role_id, user_access, status_name on users begin
    update user_search
      set role_id = new.role_id, is_active = ${isActive('new')}, presence = ${presenceOf('new')}
      where name_rank = new.name_rank;
  end`,
  `create trigger user_access_changed after update of user_access on users
  when old.user_access <> new.user_access begin
    update queue_listing set is_active = ${isActive('new')}
      where name_rank = old.name_rank and is_active = ${isActive('old')}
      and queue_id in (select queue_id from queue_members where person_id = old.person_id);
  end`,
  `create trigger license_use_changed after update of package_name, status_name on users
  when old.package_name <> new.package_name or old.status_name <> new.status_name begin
    ${counted('old', -1)}
    ${counted('new', 1)}
  end`,
  `create trigger member_added after insert on queue_members begin
    insert into queue_listing (queue_id, is_active, name_rank)
      select new.queue_id, ${isActive('users')}, name_rank from users where person_id = new.person_id;
    update user_search set queue_ids = queue_ids || new.queue_id || ','
      where name_rank = (select name_rank from users where person_id = new.person_id);
  end`,
  // Where the user goes as well, they are gone from everything already.
  `create trigger member_removed after delete on queue_members begin
    delete from queue_listing where queue_id = old.queue_id and (is_active, name_rank) =
      (select ${isActive('users')}, name_rank from users where person_id = old.person_id);
    update user_search set queue_ids = replace(queue_ids, ',' || old.queue_id || ',', ',')
      where name_rank = (select name_rank from users where person_id = old.person_id);
  end`,
];

/** Counts a user's license among those of their package and presence, or no longer. */
function counted(row: 'old' | 'new', by: 1 | -1): string {
  return `insert into license_use (package_name, status_name, users)
      values (${row}.package_name, ${row}.status_name, ${by})
      on conflict do update set users = users + ${by};`;
}
