/** The words of the e-mail to people who were added, with placeholders such as `{name}`. */
export interface NoticeTemplate {
  subject: string;
  text: string;
}

/** What the placeholders stand for. */
export const placeholders = ['name', 'account', 'role', 'email'] as const;
export type NoticeValues = Record<(typeof placeholders)[number], string>;

export const defaultNotice: NoticeTemplate = {
  subject: 'Your access to the contact center of {account}',
  text: `Hello {name},

you were added to the contact center of {account}. Your role is {role}.
Sign in with {email}, as you do for everything else of {account}.

This e-mail was sent by a program. Questions? Ask the administrators of {account}.
`,
};

/** A template with its placeholders filled in. */
export function fillNotice({ subject, text }: NoticeTemplate, values: NoticeValues): NoticeTemplate {
  // In one pass: a name that looks like a placeholder stays a name.
  const fill = (template: string) =>
    template.replace(placeholder, (written, word: string) =>
      isPlaceholder(word) ? oneLine(values[word]) : written,
    );
  return { subject: oneLine(fill(subject)), text: fill(text) };
}

/** `{word}`, known or not. */
export const placeholder = /\{([^{}\n]*)\}/g;

export function isPlaceholder(word: string): word is keyof NoticeValues {
  return placeholders.some(candidate => candidate === word);
}

// Control characters and line separators, which end a header; and what turns the direction of the text after it.
const harmful = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A name or subject as it may stand in a header: a line break or control character in it becomes a space. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(harmful, ' ').replace(/ {2,}/g, ' ').trim();
}
