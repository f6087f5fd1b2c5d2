import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Schema } from './parts.ts';

/** What is wrong with a value, as `/users/0/role_id must be string`; an empty list for nothing. */
export type Check = (value: unknown) => string[];

const bodies = new Ajv({ allErrors: true, strict: true });
/** Parameters of an address are texts: `page_size=300` becomes a number in the object that is checked. */
const queries = new Ajv({ allErrors: true, strict: true, coerceTypes: true });
addFormats.default(bodies);
addFormats.default(queries);

export function checkOf(schema: Schema, of: 'body' | 'query' = 'body'): Check {
  const validate = (of === 'query' ? queries : bodies).compile(schema);
  return value => {
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) =>
      `${instancePath} ${message}${'additionalProperty' in params ? `: ${params.additionalProperty}` : ''}`.trim(),
    );
  };
}
