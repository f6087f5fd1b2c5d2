/** What is sent back; without a body where the specification has none. */
export interface Answer {
  status: number;
  body?: unknown;
}

/** The vendor's form of an error. Numbers are from its specification, sentences are our own. */
export function refuse(status: number, code: number, message: string, errors?: unknown): Answer {
  return { status, body: errors === undefined ? { code, message } : { code, message, errors } };
}

export const noContent: Answer = { status: 204 };
