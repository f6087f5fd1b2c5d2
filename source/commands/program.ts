import { Command, InvalidArgumentError, Option } from 'commander';
import type { Call, CommandEntry, OptionEntry } from './command.ts';
import { exits } from './refusal.ts';
import { commandTable, globalOptions } from './table.ts';

const groups: Record<string, string> = {
  people: 'The people of the account, with or without a license.',
  queue: 'Queues.',
};

/** The command line as commander understands it, made from the table. `run` is called with what was asked for. */
export function makeProgram(run: (entry: CommandEntry, call: Call) => Promise<void>): Command {
  const program: Command = new Command('roster');
  program
    .description('Manage contact-center users. Without a command: opens the screen.')
    .configureHelp({
      showGlobalOptions: true,
      // That one is for the screen.
      visibleGlobalOptions: () => program.options.filter(option => option.long !== '--plain'),
    })
    .configureOutput({ outputError: (text, write) => write(sentence(text)) })
    .exitOverride()
    .showHelpAfterError('Help: roster --help');
  for (const option of globalOptions) program.addOption(makeOption(option));
  program.option('--plain', 'no full screen');
  program.option('--version', 'print the version');
  program.helpOption('-h, --help', 'print this help');
  program.addHelpText('after', examplesText(['', 'COMMAND --help']));
  for (const entry of commandTable) addCommand(program, entry, run);
  return program;
}

function addCommand(
  program: Command,
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
  for (const argument of entry.arguments ?? []) command.argument(argument.syntax, argument.description);
  for (const option of entry.options ?? []) command.addOption(makeOption(option));
  if (entry.changes) command.option('--dry-run', 'show what would change, write nothing');
  command.action(async () => {
    await run(entry, { name: entry.name, arguments: command.args, options: command.optsWithGlobals() });
  });
}

function groupOf(program: Command, name: string): Command {
  const known = program.commands.find(command => command.name() === name);
  const description = groups[name] ?? name;
  return (
    known ?? program.command(name).description(description).showHelpAfterError(`Help: roster ${name} --help`)
  );
}

function makeOption({ flags, description, repeats, required, choices }: OptionEntry): Option {
  const words = choices ? `: ${choices.join(', ')}` : '';
  const option = new Option(flags, `${description}${words}${repeats ? ' (repeatable)' : ''}`);
  if (required) option.makeOptionMandatory();
  if (choices) option.argParser(word => chosen(word, choices));
  if (repeats) option.argParser((word: string, before: string[] | undefined) => [...(before ?? []), word]);
  return option;
}

function chosen(word: string, choices: readonly string[]): string {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[\s_-]/g, '');
  const choice = choices.find(candidate => plain(candidate) === plain(word));
  if (choice === undefined) throw new InvalidArgumentError(`Choose one of: ${choices.join(', ')}.`);
  return choice;
}

function examplesText(examples: readonly string[]): string {
  return `\nExamples:\n${examples.map(example => `  $ ${`roster ${example}`.trim()}`).join('\n')}`;
}

/** commander's `error: unknown option …` as a sentence like all others. */
function sentence(text: string): string {
  const plain = text.replace(/^error: /, '');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

/** What commander's own exit code means here: 0 for help, else wrong usage. */
export function usageExit(exitCode: number): number {
  return exitCode === 0 ? exits.done : exits.usage;
}
