import { newSettings, type Reference, type UserSettings } from '../roster/users/user.ts';
import type { ClientIntegration, PackageName } from '../roster/users/vocabulary.ts';
import { cast } from './cast.ts';
import { regionOf } from './organization.ts';
import type { MadeUpPerson } from './people.ts';
import { choosePresence } from './presence.ts';
import { queueChooser, type RoleName, type TeamOption, teamChooser } from './queues-and-teams.ts';
import { type Random, randomFor, weighted } from './random.ts';
import { skillChooser } from './skills.ts';
import type { Organization } from './write-organization.ts';

const topic = 2;

const roles = weighted<RoleName>([
  ['Agent', 870],
  ['Supervisor', 80],
  ['Quality Analyst', 18],
  ['Team Coach', 14],
  ['Workforce Planner', 12],
  ['Admin', 6],
]);

const packages = weighted<PackageName>([
  ['essentials', 62],
  ['premium', 28],
  ['elite', 10],
]);

const integrations = weighted<readonly [ClientIntegration, string | null]>([
  [['Default', null], 76],
  [['Salesforce', 'Salesforce Service Cloud'], 9],
  [['Zendesk', 'Zendesk acme-help'], 7],
  [['ServiceNow', 'ServiceNow production'], 5],
  [['Microsoft_Dynamics_365', 'Dynamics 365 EMEA'], 3],
]);

/** Makes up what the license of a person brings with it: the same for the same person, however many there are. */
export function settingsMaker(organization: Organization): (person: MadeUpPerson) => UserSettings {
  const chooseQueues = queueChooser(organization);
  const chooseTeam = teamChooser(organization);
  const chooseSkills = skillChooser(organization);
  return person => {
    const random = randomFor(topic, person.number);
    const role: RoleName = cast[person.number - 1]?.role ?? roles(random);
    const package_name = role === 'Admin' ? 'elite' : packages(random);
    // Who runs the demo should find their own row without looking for it in the inactive ones.
    const user_access = random.chance(0.07) && person.number > cast.length ? 'inactive' : 'active';
    const [client_integration, client_integration_name] = integrations(random);
    const region = regionOf(person.country);
    return {
      ...newSettings(known(organization.roles, role)),
      package_name,
      add_ons_plan: random.chance(package_name === 'essentials' ? 0.04 : 0.3) ? ['ai_expert_assist'] : [],
      user_access,
      ...choosePresence(random, user_access),
      display_name: random.chance(0.05) && person.number > cast.length ? person.nickname : null,
      country_iso_code: random.chance(0.94) ? person.country : null,
      region: known(organization.regions, random.chance(0.1) ? 'Main' : region),
      client_integration,
      client_integration_name,
      ...capacities(random),
      team: chooseTeam(random, { role, region } satisfies TeamOption),
      queues: chooseQueues(random, { role, language: person.language }),
      skills: chooseSkills(random, person.language),
    };
  };
}

type Capacities = Pick<
  UserSettings,
  | 'concurrent_message_capacity'
  | 'concurrent_email_capacity'
  | 'multi_channel_engagements'
  | 'max_agent_load'
  | 'email_max_agent_load'
>;

function capacities(random: Random): Capacities {
  const own = random.chance(0.6);
  const capacities = {
    concurrent_message_capacity: own ? 2 + random.below(5) : null,
    concurrent_email_capacity: own ? 1 + random.below(8) : null,
    max_agent_load: random.chance(0.3) ? 50 + 10 * random.below(6) : null,
    email_max_agent_load: random.chance(0.15) ? 40 + 10 * random.below(7) : null,
  };
  const hasLoad = capacities.max_agent_load !== null || capacities.email_max_agent_load !== null;
  return { ...capacities, multi_channel_engagements: hasLoad ? true : null };
}

function known(list: ReadonlyMap<string, Reference>, name: string): Reference {
  const found = list.get(name);
  if (!found) throw new Error(`The made-up account has no ${name}.`);
  return found;
}
