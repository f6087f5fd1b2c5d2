import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { visible } from '../../terminal/escape.ts';
import { screenOptions } from '../users/list-options.ts';
import {
  type ArgumentEntry,
  type Call,
  type CommandEntry,
  impliedOptions,
  type OptionEntry,
} from './command.ts';
import { readLine } from './command-line.ts';
import type { Io } from './io.ts';
import { exits } from './refusal.ts';
import { commandTable, globalOptions } from './table.ts';

const groups: Record<string, string> = {
  people: 'list and import the people of the account, with or without a license',
  queue: 'list, add, change or remove queues',
  role: 'roles and what they let one do',
  skill: 'list, add, change or remove skills',
  team: 'list, add, change or remove teams',
  region: 'list, add, change or remove regions',
  template: 'templates: settings under a name, for adding or for changing users',
  operator: 'operators: who may work here',
};

/**
 * The command line as commander understands it, made from the table: all of it, or as much as these words need. `run` is
 * called with what was asked for.
 */
export function makeProgram(
  io: Io,
  run: (entry: CommandEntry, call: Call) => Promise<void>,
  argv?: readonly string[],
): Command {
  const program: Command = new Command('roster');
  program
    .description(
      'Manage contact-center users. Without a command: opens the screen, with the search, filters and order given here.',
    )
    .configureHelp({
      showGlobalOptions: true,
      // The program's own help has them as its options.
      visibleGlobalOptions: command => (command.parent ? [...program.options] : []),
    })
    .configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      outputError: (text, write) => write(sentence(text)),
    })
    .exitOverride()
    .showHelpAfterError('Help: roster --help');
  for (const option of globalOptions) program.addOption(makeOption(option));
  const isScreen = argv !== undefined && opensScreen(argv);
  for (const option of isScreen ? screenOptions : []) program.addOption(makeOption(option));
  program.option('--version', 'print the version');
  program.helpOption('-h, --help', 'print this help');
  program.addHelpText('after', examplesText(['--queue Billing --status active', 'COMMAND --help']));
  const { operands, unknown } = program.parseOptions([...(argv ?? [])]);
  const asksNone = argv && operands.length === 0 && unknown.length === 0;
  for (const entry of asksNone ? [] : entriesFor(operands[0])) addCommand(program, io, entry, run);
  return program;
}

/** Whether no command is named: only then the options of the screen are known, for commands have some of the same names. */
function opensScreen(argv: readonly string[]): boolean {
  const { entry, operands } = readLine(argv);
  return !entry && operands.length === 0;
}

/** The commands that begin with a word; all of them where none does, for the help and for suggestions. */
function entriesFor(word: string | undefined): readonly CommandEntry[] {
  const fitting = commandTable.filter(({ name }) => name.split(' ')[0] === word);
  return fitting.length > 0 ? fitting : commandTable;
}

function addCommand(
  program: Command,
  io: Io,
  entry: CommandEntry,
  run: (entry: CommandEntry, call: Call) => Promise<void>,
) {
  const words = entry.name.split(' ');
  const parent = words.length > 1 ? groupOf(program, words[0]!) : program;
  const command = parent
    .command(words.at(-1)!)
    .summary(entry.summary)
    .description(`${sentence(entry.summary)}.`)
    .showHelpAfterError(`Help: roster ${entry.name} --help`)
    .addHelpText('after', examplesText(entry.examples));
  for (const argument of entry.arguments ?? []) command.addArgument(makeArgument(argument));
  for (const option of entry.options ?? []) command.addOption(makeOption(option));
  for (const option of impliedOptions(entry)) command.addOption(makeOption(option));
  command.action(async () => {
    await run(entry, { name: entry.name, arguments: command.args, options: command.optsWithGlobals(), io });
  });
}

function groupOf(program: Command, name: string): Command {
  const known = program.commands.find(command => command.name() === name);
  if (known) return known;
  const within = commandTable.filter(entry => entry.name.startsWith(`${name} `));
  return program
    .command(name)
    .description(groups[name] ?? name)
    .showHelpAfterError(`Help: roster ${name} --help`)
    .addHelpText('after', examplesText(within.slice(0, 2).map(entry => entry.examples[0])));
}

/** Throws CommanderError for a word that is no command; asked for help, commander would show that of all. */
export function checkCommand(program: Command, operands: readonly string[]): void {
  let command = program;
  for (const word of operands) {
    const next = command.commands.find(candidate => candidate.name() === word);
    if (next) command = next;
    else if (command.commands.length === 0) return;
    else command.error(`error: unknown command '${word}'`, { exitCode: exits.usage });
  }
}

function makeArgument({ syntax, description, choices }: ArgumentEntry): Argument {
  const argument = new Argument(syntax, description);
  return choices ? argument.choices(choices) : argument;
}

function makeOption({ flags, description, repeats, required, choices, ...words }: OptionEntry): Option {
  const listed = choices ? `: ${choices.join(', ')}` : '';
  const option = new Option(flags, `${description}${listed}${repeats ? ' (repeatable)' : ''}`);
  if (required) option.makeOptionMandatory();
  const read = (word: string) => (choices ? chosen(word, choices, words) : word);
  if (repeats)
    option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), read(word)]);
  else if (choices) option.argParser(read);
  return option;
}

function chosen(
  word: string,
  choices: readonly string[],
  { also = {}, unfit = {} }: Pick<OptionEntry, 'also' | 'unfit'>,
): string {
  const key = word.trim().toLowerCase();
  const why = unfit[key];
  if (why) throw new InvalidArgumentError(why);
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, '');
  const choice = also[key] ?? choices.find(candidate => plain(candidate) === plain(word));
  if (choice === undefined) throw new InvalidArgumentError(`Choose one of: ${choices.join(', ')}.`);
  return choice;
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map(example => `  $ ${`roster ${example}`.trim()}`).join('\n')}`;
}

/** commander's `error: unknown option …` as a sentence like all others. */
function sentence(text: string): string {
  // What was typed is in it.
  const plain = text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/^error: /, '')
    .replace(
      /^command-argument value '(.*)' is invalid for argument '(.*)'\. Allowed choices are /s,
      '"$1" is no $2. Choose one of: ',
    );
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
