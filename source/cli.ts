import packageJson from '../package.json' with { type: 'json' };
import type { Call, CommandEntry } from './commands/shell/command.ts';
import { explain } from './commands/shell/explain.ts';
import type { Io } from './commands/shell/io.ts';
import { exits } from './commands/shell/refusal.ts';
import { runCommand } from './commands/shell/run-command.ts';
import { print } from './commands/shell/stdout.ts';

/** Runs what the command line asks for and returns the exit code. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  // Whoever prints hears of it; whether anybody reads messages is no concern.
  for (const stream of [io.stdout, io.stderr]) stream.on('error', () => {});
  try {
    // The words to complete may be anything, half an option for instance, so they are not parsed.
    if (argv[0] === 'complete') {
      const { run } = await import('./commands/completion/complete.ts');
      return await run(io, argv.slice(1));
    }
    if (argv[0] !== 'session') return await dispatch(argv, io);
    const { openSession } = await import('./commands/shell/session.ts');
    const session = openSession(argv.slice(1), io);
    return await dispatch(session.words, session.io);
  } catch (error) {
    // commander's own; 0 is for help.
    if (isUsage(error)) return error.exitCode === 0 ? exits.done : exits.usage;
    return explain(io, error);
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  if (argv.length === 0) return await openScreen({}, io);
  const { checkCommand, makeProgram } = await import('./commands/shell/program.ts');
  let exitCode = 0;
  const run = async (entry: CommandEntry, call: Call) => {
    exitCode = await runCommand(entry, call);
  };
  const program = makeProgram(io, run, argv);
  const { operands, unknown } = program.parseOptions([...argv]);
  const options = program.opts();
  if (options.version) {
    await print(io, `roster ${packageJson.version}\n`);
    return 0;
  }
  // The options of the screen are known only where no command is named.
  if (operands.length === 0 && unknown.length === 0) {
    return await openScreen(options, io);
  }
  const [first, ...others] = operands;
  // commander's own `help` takes one word, and `help people import` has two.
  if (first === 'help') return await dispatch([...others, '--help'], io);
  if (unknown.some(word => word === '--help' || word === '-h')) checkCommand(program, operands);
  // Only the options of every command are read a second time, and none of them collects its values.
  await program.parseAsync(argv, { from: 'user' });
  return exitCode;
}

async function openScreen(options: Call['options'], io: Io): Promise<number> {
  const { run } = await import('./commands/screen/screen.ts');
  return await run({ name: '', arguments: [], options, io });
}

/** By its code, not by its class: completing loads no commander. */
function isUsage(error: unknown): error is { exitCode: number } {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('commander.');
}
