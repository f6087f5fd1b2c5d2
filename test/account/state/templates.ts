import type { Authorship } from './catalog.ts';
import type { Ids } from './ids.ts';
import { mainRegion, type State, type Template } from './state.ts';

/** One that adds agents, one that changes them, and two that can't be used. */
export function fillTemplates(state: State, ids: Ids, authorship: Authorship): void {
  const role = [...state.roles.values()].find(({ role_name }) => role_name === 'Agent')!.role_id;
  const [queue, other] = [...state.queues.keys()] as [string, string];
  const skills = [...state.skills.values()];
  const graded = skills.find(
    ({ skill_category_id }) => state.categories.get(skill_category_id)!.max_proficiency_level !== null,
  )!;
  const team_id = [...state.teams.keys()][0]!;
  const add = (settings: Omit<Template, 'template_id' | 'template_description' | keyof Authorship>) => {
    const template_id = ids.short();
    const template_description = `What ${settings.template_name} is for`;
    state.templates.set(template_id, { template_id, template_description, ...settings, ...authorship });
  };
  add({
    template_name: 'New agent',
    template_type: 'add',
    template_status: 'active',
    selected_blocks: [
      ...[
        'role',
        'package',
        'team',
        'user_access',
        'country_or_region',
        'region',
        'assigned_queues',
        'skills',
      ],
      'engagement_capacity',
    ],
    role,
    package: { package_name: 'premium', add_ons_plan: [] },
    team: { team_id, team_supervisor: false },
    user_access: true,
    country_or_region: 'US',
    region: mainRegion(state).region_id,
    assigned_queues: { agent_queue_ids: [queue, other], supervisor_queue_ids: [] },
    skills: [{ skill_id: graded.skill_id, proficiency_level: 1 }],
    engagement_capacity: { concurrent_email_capacity: 2, concurrent_message_capacity: 4 },
  });
  add({
    template_name: 'Pause',
    template_type: 'update',
    template_status: 'active',
    selected_blocks: ['user_access'],
    user_access: false,
  });
  add({
    template_name: 'Saisonnier été',
    template_type: 'add',
    template_status: 'inactive',
    selected_blocks: ['role'],
    role,
  });
  add({
    template_name: 'Of a queue that is gone',
    template_type: 'update',
    template_status: 'needs_attention',
    selected_blocks: ['assigned_queues'],
    assigned_queues: { agent_queue_ids: [ids.short()], supervisor_queue_ids: [] },
  });
}
