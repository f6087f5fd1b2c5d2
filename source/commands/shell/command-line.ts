import { screenOptions } from '../users/list-options.ts';
import { type CommandEntry, impliedOptions, type OptionEntry } from './command.ts';
import { commandTable, globalOptions } from './table.ts';

const help: OptionEntry = { flags: '-h, --help', description: 'print this help' };

/** The words of a command line, as far as the table of commands knows them. */
export interface Line {
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

/** Parts the words behind `roster`; they may be incomplete, or wrong. */
export function readLine(words: readonly string[]): Line {
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
  const option = optionsOf(line).find(({ flags }) => nameOf(flags) === name);
  if (!option) return;
  line.given.add(name);
  if (value.length === 0 && option.flags.includes('<')) line.awaits = option;
  else if (name === '--db') line.db = value.join('=');
}

/** The options that can come next: those of the command, without one those of the screen. */
export function optionsOf({ entry, operands }: Line): OptionEntry[] {
  const screen = !entry && operands.length === 0 ? screenOptions : [];
  return [
    ...screen,
    ...(entry?.options ?? []),
    ...(entry ? impliedOptions(entry) : []),
    help,
    ...globalOptions,
  ];
}

/** The long name of an option. */
export function nameOf(flags: string): string {
  return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}
