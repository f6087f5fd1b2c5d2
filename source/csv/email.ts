/** RFC 5321, 4.5.3.1: what fits into a path of 256 octets with its angle brackets; and the part before the @. */
const addressLimit = 254;
const localLimit = 64;

const forbidden = String.raw`\s@,;:<>()\[\]"\\\p{C}`;
const shape = new RegExp(
  `^([^${forbidden}]+)@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}\\p{M}._-]*[\\p{L}\\p{N}\\p{M}])?$`,
  'u',
);

/**
 * Whether a text can be somebody's e-mail address: one @ with a name before it and a host behind it, no spaces,
 * control characters or punctuation that would make it several addresses. Letters of any script are allowed, a
 * dot in the host is not required (hosts of one's own network have none). Not a proof that it exists.
 */
export function isEmail(text: string): boolean {
  if (text.length > addressLimit) return false;
  const local = shape.exec(text)?.[1];
  return local !== undefined && local.length <= localLimit && !text.includes('..', local.length);
}
