import type { NamedKind, Whose } from '../../db/completions.ts';
import type { CommandEntry, OptionEntry } from './command.ts';
import { completionOf } from './completion-values.ts';
import { commandTable, globalOptions } from './table.ts';

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

const help: OptionEntry = { flags: '-h, --help', description: 'print this help' };
const dryRun: OptionEntry = { flags: '--dry-run', description: 'show what would change, write nothing' };

/** What the last of the words behind `roster` may become, by the table of commands. */
export function completing(words: readonly string[]): Completing {
  const typed = words.at(-1) ?? '';
  const line = readLine(words.slice(0, -1));
  const { entry, db } = line;
  if (line.awaits) return completionOf(line.awaits.flags, line.awaits.choices, typed, '', db);
  if (typed.startsWith('-') && !line.ended) {
    const at = typed.indexOf('=');
    const option =
      at < 0 ? undefined : optionsOf(entry).find(({ flags }) => nameOf(flags) === typed.slice(0, at));
    if (option)
      return completionOf(option.flags, option.choices, typed.slice(at + 1), typed.slice(0, at + 1), db);
    return among(optionWords(entry, line.given), typed);
  }
  if (!entry) return among(commandWords(line.operands), typed);
  const argument = entry.arguments?.[line.operands.length] ?? entry.arguments?.at(-1);
  const repeats = argument?.syntax.includes('...') === true;
  if (!argument || (line.operands.length >= (entry.arguments?.length ?? 0) && !repeats)) return nothing;
  return completionOf(argument.syntax, argument.choices, typed, '', db, entry.name);
}

const nothing: Completing = { kind: 'words', words: [] };

interface Line {
  /** The command, once its words are complete. */
  entry: CommandEntry | undefined;
  /** Behind the command, or the words of a command that is not complete. */
  operands: string[];
  /** The option whose value comes next. */
  awaits: OptionEntry | undefined;
  given: Set<string>;
  /** `--` was there: no options follow. */
  ended: boolean;
  db: string | undefined;
}

function readLine(words: readonly string[]): Line {
  const line: Line = {
    entry: undefined,
    operands: [],
    awaits: undefined,
    given: new Set(),
    ended: false,
    db: undefined,
  };
  for (const word of words) {
    if (line.awaits) {
      if (nameOf(line.awaits.flags) === '--db') line.db = word;
      line.awaits = undefined;
    } else if (word === '--' && !line.ended) line.ended = true;
    else if (word.startsWith('-') && word !== '-' && !line.ended) readOption(line, word);
    else {
      line.operands.push(word);
      const name = line.operands.join(' ');
      const entry = line.entry ? undefined : commandTable.find(candidate => candidate.name === name);
      if (entry) Object.assign(line, { entry, operands: [] });
    }
  }
  return line;
}

function readOption(line: Line, word: string): void {
  const [name = '', ...value] = word.split('=');
  const option = optionsOf(line.entry).find(({ flags }) => nameOf(flags) === name);
  if (!option) return;
  line.given.add(name);
  if (value.length === 0 && option.flags.includes('<')) line.awaits = option;
  else if (name === '--db') line.db = value.join('=');
}

function optionsOf(entry: CommandEntry | undefined): OptionEntry[] {
  return [...(entry?.options ?? []), ...(entry?.changes ? [dryRun] : []), help, ...globalOptions];
}

/** The long name of an option. */
function nameOf(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function optionWords(entry: CommandEntry | undefined, given: ReadonlySet<string>): Candidate[] {
  return optionsOf(entry)
    .filter(({ flags, repeats }) => repeats || !given.has(nameOf(flags)))
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
