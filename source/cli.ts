import { CommanderError } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import type { Call, CommandEntry } from './commands/command.ts';
import { explain, explainOutput } from './commands/explain.ts';
import { checkCommand, makeProgram, usageExit } from './commands/program.ts';
import { runCommand } from './commands/run-command.ts';

/** Runs what the command line asks for and returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  // Whoever reads our output may stop when they have enough (head, less): that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : explainOutput(error));
  });
  process.stderr.on('error', () => {});
  try {
    if (argv[0] !== 'session') return await dispatch(argv);
    const { openSession } = await import('./commands/session.ts');
    return await dispatch(openSession(argv.slice(1), process.env));
  } catch (error) {
    if (error instanceof CommanderError) return usageExit(error.exitCode);
    return explain(error);
  }
}

async function dispatch(argv: string[]): Promise<number> {
  // The words to complete may be anything, half an option for instance, so they are not parsed.
  if (argv[0] === 'complete') {
    const { run } = await import('./commands/complete.ts');
    return await run(argv.slice(1));
  }
  let exitCode = 0;
  const program = makeProgram(async (entry: CommandEntry, call: Call) => {
    exitCode = await runCommand(entry, call);
  });
  const { operands, unknown } = program.parseOptions(argv);
  const options = program.opts();
  if (options.version) {
    process.stdout.write(`roster ${packageJson.version}\n`);
    return 0;
  }
  if (operands.length === 0 && unknown.length === 0) {
    const { run } = await import('./commands/screen.ts');
    return await run({ name: '', arguments: [], options });
  }
  const [first, ...others] = operands;
  // commander's own `help` takes one word, and `help people import` has two.
  if (first === 'help') return await dispatch([...others, '--help']);
  if (unknown.some(word => word === '--help' || word === '-h')) checkCommand(program, operands);
  // Only the options of every command are read a second time, and none of them collects its values.
  await program.parseAsync(argv, { from: 'user' });
  return exitCode;
}
