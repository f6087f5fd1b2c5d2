import type { ChangeSetKind } from '../../roster/plan/change-set.ts';
import type { Io } from './io.ts';

/** What the table says of a command; the command line, completions and the manual are made from it. */
export interface CommandEntry {
  /** One or two words: `list`, `people import`. */
  name: string;
  summary: string;
  arguments?: readonly ArgumentEntry[];
  options?: readonly OptionEntry[];
  /** Ends the help; without the leading `roster`. */
  examples: readonly [string, string];
  /** It can change the roster, and takes `--dry-run`. */
  changes?: true;
  /** Only for who is at the machine itself, not over SSH by a key. */
  local?: true;
  /** What it does to the roster as a change set; a refusal is then printed as one for scripts. */
  kind?: ChangeSetKind;
  /** The code of a command is loaded when it runs, because most of a start is loading. */
  load(): Promise<CommandModule>;
}

export interface ArgumentEntry {
  /** As in help: `<email...>`, `[file]`. */
  syntax: string;
  description: string;
  /** The only words it takes. */
  choices?: readonly string[];
  /** Of a `<file>`: the words that name none, such as `-` for standard input. */
  besidesFile?: readonly string[];
}

export interface OptionEntry {
  /** As in help: `--queue <name>`. */
  flags: string;
  description: string;
  /** May be given several times; its value is a list. */
  repeats?: true;
  required?: true;
  /** The only words it takes; case, spaces and hyphens make no difference. */
  choices?: readonly string[];
  /** Words that people might say for one of them. */
  also?: Readonly<Record<string, string>>;
  /** Words that people might try, and why they are none of them. */
  unfit?: Readonly<Record<string, string>>;
  /** Of a `<file>`: the words that name none, such as `-` for standard input. */
  besidesFile?: readonly string[];
  /** Only for who is at the machine itself, not over SSH by a key. */
  local?: true;
}

/** The key under which commander has an option's value: `--no-owner` → `owner`, `--dry-run` → `dryRun`. */
export function optionKey(flags: string): string {
  const [name = ''] = flags.replace(/^--(no-)?/, '').split(' ');
  return name.replaceAll(/-./g, ([, letter]) => (letter ?? '').toUpperCase());
}

/** The code behind a command. */
export interface CommandModule {
  /** Returns the exit code; refusals may be thrown as `Refusal`. */
  run(call: Call): Promise<number>;
}

/** One run of a command: what was typed, not yet checked but for the names of options and their choices. */
export interface Call {
  name: string;
  arguments: readonly string[];
  /** By camel-case name, those that hold for every command included. */
  options: Readonly<Record<string, unknown>>;
  io: Io;
}

const dryRun: OptionEntry = { flags: '--dry-run', description: 'show what would change, write nothing' };
const later: OptionEntry = {
  flags: '--later',
  description: 'connected to Zoom: write it here, and let it wait to be sent',
};

/** The options that a command has for what it does. */
export function impliedOptions({ changes, kind }: CommandEntry): OptionEntry[] {
  return [...(changes ? [dryRun] : []), ...(kind ? [later] : [])];
}
