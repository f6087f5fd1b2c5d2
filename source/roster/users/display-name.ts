const displayNameLimit = 128;

/**
 * The display name of a person who has none: first and last name, else whichever there is, else the e-mail
 * address up to its @. At most 128 characters (code points), the vendor's limit.
 */
export function composeDisplayName(person: {
  first_name: string;
  last_name: string;
  user_email: string;
}): string {
  const name = [person.first_name, person.last_name].filter(Boolean).join(' ');
  const at = person.user_email.lastIndexOf('@');
  const composed = name || person.user_email.slice(0, at > 0 ? at : undefined);
  return Array.from(composed).slice(0, displayNameLimit).join('').trimEnd();
}
