import type { NamedKind, Whose } from '../../../db/catalog/completions.ts';
import { type Line, nameOf, optionsOf, readLine } from '../shell/command-line.ts';
import { commandTable } from '../shell/table.ts';
import { screenOptions } from '../users/list-options.ts';
import { completionOf } from './completion-values.ts';

/** What a word on the command line may become. */
export type Completing =
  | { kind: 'words'; words: Candidate[] }
  | { kind: 'files' }
  /** Names in the roster, which stand behind `before` in the word. */
  | { kind: 'names'; of: NamedKind; typed: string; before: string; db: string | undefined }
  | { kind: 'emails'; whose: Whose; typed: string; before: string; db: string | undefined };

export interface Candidate {
  word: string;
  description?: string;
}

/** What the last of the words behind `roster` may become, by the table of commands. */
export function completing(words: readonly string[]): Completing {
  const typed = words.at(-1) ?? '';
  const line = readLine(words.slice(0, -1));
  const { entry, db } = line;
  if (line.awaits) return completionOf(line.awaits.flags, line.awaits.choices, typed, '', db);
  if (typed.startsWith('-') && !line.ended) {
    const at = typed.indexOf('=');
    const option =
      at < 0 ? undefined : optionsOf(line).find(({ flags }) => nameOf(flags) === typed.slice(0, at));
    if (option)
      return completionOf(option.flags, option.choices, typed.slice(at + 1), typed.slice(0, at + 1), db);
    return among(optionWords(line), typed);
  }
  // What a screen begins with goes with no command.
  if (!entry && screenOptions.some(({ flags }) => line.given.has(nameOf(flags)))) return nothing;
  if (!entry) return among(commandWords(line.operands), typed);
  const argument = entry.arguments?.[line.operands.length] ?? entry.arguments?.at(-1);
  const repeats = argument?.syntax.includes('...') === true;
  if (!argument || (line.operands.length >= (entry.arguments?.length ?? 0) && !repeats)) return nothing;
  return completionOf(argument.syntax, argument.choices, typed, '', db, entry.name);
}

const nothing: Completing = { kind: 'words', words: [] };

function optionWords(line: Line): Candidate[] {
  return optionsOf(line)
    .filter(({ flags, repeats }) => repeats || !line.given.has(nameOf(flags)))
    .map(({ flags, description }) => ({ word: nameOf(flags), description }));
}

/** The words that can follow those of a command, of which the first may be there. */
function commandWords(operands: readonly string[]): Candidate[] {
  const words = new Map<string, string>();
  for (const { name, summary } of commandTable) {
    const parts = name.split(' ');
    if (!operands.every((word, index) => parts[index] === word)) continue;
    const next = parts[operands.length];
    if (next !== undefined && !words.has(next))
      words.set(next, parts.length > operands.length + 1 ? '' : summary);
  }
  return [...words].map(([word, description]) => ({ word, description }));
}

function among(candidates: readonly Candidate[], typed: string): Completing {
  return { kind: 'words', words: candidates.filter(({ word }) => word.startsWith(typed)) };
}
