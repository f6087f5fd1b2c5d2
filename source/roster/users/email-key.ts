/**
 * The form in which e-mail addresses are told apart: without case, but with their accents – `josé@` and `jose@`
 * are two people's addresses (domain: account user). Sorting and searching use `fold` instead.
 */
export function emailKey(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}
