import { refuse } from '../rules/answer.ts';
import {
  statusesQuery,
  statusPage,
  templateAnswer,
  templatePage,
  templatesQuery,
} from '../schemas/catalog.ts';
import type { Template } from '../state/state.ts';
import { type Operation, operation } from './operation.ts';

export const catalog: readonly Operation[] = [
  operation({
    name: 'GET /contact_center/system_statuses',
    category: 'medium',
    scope: 'contact_center:read:list_system_statues:admin',
    query: statusesQuery,
    answer: statusPage,
    run({ state, query: { status_category }, page }) {
      const statuses = [...state.statuses.values()].filter(
        status => !status_category || status.status_category === status_category,
      );
      return page('statuses', statuses, status => ({ ...status, status_assigned_queues: [] }));
    },
  }),
  operation({
    name: 'GET /contact_center/users/templates',
    category: 'light',
    scope: 'contact_center:read:user_templates:admin',
    feature: 'templates',
    query: templatesQuery,
    answer: templatePage,
    run({ state, query: { template_type, template_status, template_name }, page }) {
      const fits = (template: Template) =>
        (!template_type || template.template_type === template_type) &&
        (!template_status || template.template_status === template_status) &&
        (!template_name || template.template_name.includes(template_name));
      const shown = ({ template_id, template_name, template_type, template_status }: Template) => ({
        template_id,
        template_name,
        template_type,
        template_status,
      });
      // A page may be asked for 300 rows, and has 100.
      return page('user_templates', [...state.templates.values()].filter(fits), shown, { most: 100 });
    },
  }),
  operation({
    name: 'GET /contact_center/users/templates/{templateId}',
    category: 'light',
    scope: 'contact_center:read:user_templates:admin',
    feature: 'templates',
    answer: templateAnswer,
    run({ state, params }) {
      const template = state.templates.get(params.templateId!);
      if (!template) return refuse(404, 640000, `No template has the ID ${params.templateId}.`);
      const { modified_by, last_modified_time } = template;
      return {
        status: 200,
        body: { ...template, created_by: modified_by, created_time: last_modified_time },
      };
    },
  }),
];
