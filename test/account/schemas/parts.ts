/** A JSON schema. */
export type Schema = Readonly<Record<string, unknown>>;

export const text: Schema = { type: 'string' };
export const flag: Schema = { type: 'boolean' };
export const email: Schema = { type: 'string', format: 'email' };
export const time: Schema = { type: 'string', format: 'date-time' };

export function textTo(maxLength: number): Schema {
  return { type: 'string', maxLength };
}

export function integer(minimum = 0, maximum?: number): Schema {
  return maximum === undefined ? { type: 'integer', minimum } : { type: 'integer', minimum, maximum };
}

export function oneOf(...values: readonly (string | number)[]): Schema {
  return { enum: values };
}

export function listOf(items: Schema, limits: { minItems?: number; maxItems?: number } = {}): Schema {
  return { type: 'array', items, ...limits };
}

/** An object with these fields, none other; what is not required may be missing. */
export function fields(properties: Record<string, Schema>, required: readonly string[] = []): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The same fields, all required: what the server itself answers. */
export function complete(properties: Record<string, Schema>): Schema {
  return fields(properties, Object.keys(properties));
}

/** Parameters of a list in pages of at most `max` rows. */
export function pageQuery(max: number, others: Record<string, Schema> = {}): Schema {
  return fields({ next_page_token: text, page_size: integer(1, max), ...others });
}

/** The answer of such a list; some have no total. */
export function page(name: string, row: Schema, max: number, total: 'total' | 'no total' = 'total'): Schema {
  const properties = {
    next_page_token: textTo(100),
    page_size: integer(1, max),
    [name]: listOf(row, { maxItems: max }),
  };
  return complete(total === 'total' ? { ...properties, total_records: integer() } : properties);
}

export const noQuery: Schema = fields({});
