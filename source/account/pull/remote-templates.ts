import { stagedRows } from '../../../db/account/staging.ts';
import type { Catalog } from '../../roster/catalog/catalog.ts';
import type { RemoteEntry, RemoteIds, RemoteKind } from '../../roster/pull/pulled-catalog.ts';
import { assignmentText } from '../../roster/users/assignment.ts';
import { type FieldEdit, setField } from '../../roster/users/field-edit.ts';
import type { FieldName, Reference } from '../../roster/users/user.ts';
import * as catalogReads from '../reads/catalog-reads.ts';
import { catalogList, kindsRead, type StagedAccount } from '../reads/read-account.ts';

/** The templates of the account that can be used, in our words; what they name that is not here is left out. */
export async function remoteTemplates(
  account: StagedAccount,
  catalog: Catalog,
  ids: RemoteIds,
): Promise<RemoteEntry[]> {
  if (!(await kindsRead(account)).includes('template')) return [];
  const listed = await catalogList(account.staging, catalogReads.templates);
  const usable = listed.filter(({ template_status }) => (template_status ?? 'active') === 'active');
  const rows = await stagedRows(
    account.staging,
    catalogReads.template.path,
    usable.map(({ template_id }) => template_id),
  );
  const nameIn = namesIn(catalog, ids);
  return rows.map(({ row }) => {
    const template = JSON.parse(row) as catalogReads.RemoteTemplate;
    const { template_id, template_name, template_description, template_type } = template;
    return {
      of: 'template',
      remote_id: template_id,
      record: {
        template_name,
        description: template_description ?? '',
        type: template_type === 'update' ? 'update' : 'add',
        edits: editsOf(template, nameIn),
      },
    };
  });
}

type NameIn = (of: RemoteKind, remote: string | null | undefined) => string | null;

function namesIn(catalog: Catalog, ids: RemoteIds): NameIn {
  const lists: Partial<Record<RemoteKind, readonly Reference[]>> = {
    ...{ role: catalog.roles, region: catalog.regions, queue: catalog.queues },
    ...{ skill: catalog.skills, team: catalog.teams },
  };
  const names = new Map(
    Object.entries(lists).map(([of, list]) => [of, new Map(list.map(({ id, name }) => [id, name]))]),
  );
  return (of, remote) => names.get(of)?.get(ids.get(of)?.get(remote ?? '') ?? -1) ?? null;
}

function editsOf(template: catalogReads.RemoteTemplate, nameIn: NameIn): FieldEdit[] {
  const edits: FieldEdit[] = [];
  const set = (field: FieldName, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') edits.push(setField(field, String(value)));
  };
  const { team, client_integration, user_access, skills, engagement_capacity: capacity } = template;
  set('role', nameIn('role', template.role));
  set('user_access', user_access == null ? null : user_access ? 'active' : 'inactive');
  set('package_name', template.package?.package_name);
  set('add_ons_plan', template.package?.add_ons_plan?.join('; '));
  set('country_iso_code', template.country_or_region);
  set('region', nameIn('region', template.region));
  set('client_integration', client_integration?.client_integration_application);
  set('client_integration_name', client_integration?.client_integration_name);
  set('concurrent_message_capacity', capacity?.concurrent_message_capacity);
  set('concurrent_email_capacity', capacity?.concurrent_email_capacity);
  set('max_agent_load', capacity?.message_max_agent_load);
  set('email_max_agent_load', capacity?.email_max_agent_load);
  const name = nameIn('team', team?.team_id);
  set('team', name && assignmentText(name, team?.team_supervisor ? 'supervisor' : 'agent'));
  set('queues', queuesText(template, nameIn));
  const held = (skills ?? []).flatMap(({ skill_id, proficiency_level }) => {
    const skill = nameIn('skill', skill_id);
    return skill === null ? [] : [proficiency_level ? `${skill}=${proficiency_level}` : skill];
  });
  set('skills', held.join('; '));
  return edits;
}

function queuesText({ assigned_queues }: catalogReads.RemoteTemplate, nameIn: NameIn): string {
  const { agent_queue_ids, supervisor_queue_ids } = assigned_queues ?? {};
  const [agents, supervisors] = [new Set(agent_queue_ids), new Set(supervisor_queue_ids)];
  return [...new Set([...agents, ...supervisors])]
    .flatMap(id => {
      const queue = nameIn('queue', id);
      const as = !supervisors.has(id) ? 'agent' : agents.has(id) ? 'both' : 'supervisor';
      return queue === null ? [] : [assignmentText(queue, as)];
    })
    .join('; ');
}
