import fc from 'fast-check';
import { expect } from 'vitest';
import { decodeCsv } from '../../source/csv/decode.ts';
import { readRecords } from '../../source/csv/records.ts';
import { readUserRows } from '../../source/csv/users.ts';
import { writeCsv } from '../../source/csv/write.ts';
import type { Catalog } from '../../source/roster/catalog/catalog.ts';
import { plan } from '../../source/roster/plan/plan.ts';
import { fold } from '../../source/roster/text/fold.ts';
import type { Reference, User, UserSettings } from '../../source/roster/users/user.ts';
import { newSettings } from '../../source/roster/users/user.ts';
import { userCells, userColumns } from '../../source/roster/users/user-cells.ts';
import {
  assignmentTypes,
  clientIntegrations,
  openLists,
  packageNames,
  presenceReasons,
  presences,
  userAccesses,
} from '../../source/roster/users/vocabulary.ts';
import { factsAbout, person } from '../roster/build.ts';
import { all, inChunks } from './chunks.ts';

/** What breaks CSV, spreadsheets, and the way in which lists and assignments are written. */
const parts = [
  ...['=', '+', '-', '@', "'", '"', ',', ';', '; ', '\t', '(clear)', ' (supervisor)', ' (both)', '=4', '\\'],
  ...['A', 'a', 'Billing', 'é', 'e\u0301', 'ß', 'ﬁ', '席', '🎧', '\u2028', '\u00a0', '\u200d', '\ufeff', ' '],
];
const hostile = fc
  .oneof(
    fc.string({ unit: fc.constantFrom(...parts), minLength: 1, maxLength: 6 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  // As names and display names are read: trimmed, normal, without control characters.
  .map(text =>
    text
      .trim()
      .normalize('NFC')
      .replace(/\p{Cc}/gu, '')
      .trim(),
  )
  .filter(text => text !== '');

const names = fc.uniqueArray(hostile, { minLength: 3, maxLength: 6, selector: fold });
const references = names.map(list => list.map((name, index) => ({ id: index + 1, name })));

const catalogs: fc.Arbitrary<Catalog> = fc.record({
  roles: references.map(list => list.map(role => ({ ...role, built_in: false, privileges: [] }))),
  queues: references.map(list =>
    list.map(queue => ({ ...queue, description: '', channel: 'voice' as const })),
  ),
  skills: references.map(list => list.map(skill => ({ ...skill, category: '', graded: skill.id % 2 === 0 }))),
  teams: references,
  regions: references.map(list => list.map(region => ({ ...region, is_main: false }))),
  templates: fc.constant([]),
  words: fc.constant({ ...openLists, reason: [...openLists.reason, 'Stock-taking'] }),
});

const oneOf = <T extends Reference>(list: readonly T[]) =>
  fc.constantFrom(...list).map(({ id, name }) => ({ id, name }));
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const count = orNull(fc.integer({ min: 1, max: 20 }));

function settingsIn(catalog: Catalog): fc.Arbitrary<UserSettings> {
  const user_assignment_type = fc.constantFrom(...assignmentTypes);
  const status = fc.oneof(
    fc.record({ status_name: fc.constantFrom(...presences), sub_status_name: fc.constant(null) }),
    fc.record({
      status_name: fc.constant('Not Ready' as const),
      sub_status_name: fc.constantFrom(...presenceReasons, 'Stock-taking'),
    }),
  );
  const rest = fc.record<Partial<UserSettings>>({
    user_access: fc.constantFrom(...userAccesses),
    package_name: fc.constantFrom(...packageNames),
    add_ons_plan: fc.constantFrom([], ['ai_expert_assist']),
    display_name: orNull(hostile),
    country_iso_code: orNull(fc.constantFrom('DE', 'BR')),
    region: orNull(oneOf(catalog.regions)),
    client_integration: fc.constantFrom(...clientIntegrations),
    client_integration_name: orNull(hostile),
    concurrent_message_capacity: count,
    concurrent_email_capacity: count,
    multi_channel_engagements: orNull(fc.boolean()),
    max_agent_load: count,
    email_max_agent_load: count,
    team: orNull(
      fc
        .record({ team: oneOf(catalog.teams), team_role: user_assignment_type })
        .map(({ team, team_role }) => ({ ...team, team_role })),
    ),
    queues: fc
      .uniqueArray(
        fc.record({ queue: oneOf(catalog.queues), user_assignment_type, opted_in: fc.boolean() }),
        { selector: ({ queue }) => queue.id },
      )
      .map(list => list.map(({ queue, ...more }) => ({ ...queue, channel: 'voice' as const, ...more }))),
    skills: fc
      .uniqueArray(
        fc.record({ skill: fc.constantFrom(...catalog.skills), level: fc.integer({ min: 1, max: 5 }) }),
        { selector: ({ skill }) => skill.id },
      )
      .map(list =>
        list.map(({ skill: { id, name, graded }, level }) => ({ id, name, level: graded ? level : null })),
      ),
  });
  return fc
    .tuple(oneOf(catalog.roles), status, rest)
    .map(([role, presence, more]) => ({ ...newSettings(role), ...presence, ...more }));
}

const account = catalogs.chain(catalog =>
  fc.record({
    catalog: fc.constant(catalog),
    users: fc.array(fc.record({ settings: settingsIn(catalog), name: hostile, department: hostile }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
);

const localParts = ['p', '=cmd', '+1', "'=", "-'", "o'neil"];

/** Exports `accounts` made-up accounts with hostile names, and finds no difference when each is imported again. */
export async function exportAndImport(
  accounts: number,
  onAccount: (users: number) => void = () => {},
): Promise<void> {
  const property = fc.asyncProperty(account, fc.integer({ min: 1, max: 300 }), async (given, size) => {
    const users = given.users.map(({ settings, name, department }, index): User => {
      const user_email = `${localParts[index % localParts.length]}${index}@acme.example`;
      const somebody = person(index + 1, { user_email, display_name: name, department });
      const at = '2026-11-23T07:41:00.000Z';
      return { person: somebody, settings, added_at: at, modified_at: at, modified_by: 'm', version: 1 };
    });
    const text = (await all(writeCsv(userColumns, users.map(userCells)))).join('');
    const bytes = Buffer.from(text);
    for (const record of await all(readRecords(decodeCsv(inChunks(bytes)))))
      for (const cell of 'cells' in record ? record.cells : []) expect(cell).not.toMatch(/^[=+\-@\t]/);
    const { rows, problems } = await readUserRows(inChunks(bytes, size));
    expect(problems).toEqual([]);
    const subjects = users.map(user => ({ asked: user.person.user_email, person: user.person, user }));
    const facts = factsAbout(subjects, { catalog: given.catalog });
    const set = plan({ kind: 'import', rows, problems, onlyAdd: false }, facts);
    expect({ changes: set.changes, problems: set.problems }).toEqual({ changes: [], problems: [] });
    onAccount(users.length);
  });
  await fc.assert(property, { numRuns: accounts });
}
