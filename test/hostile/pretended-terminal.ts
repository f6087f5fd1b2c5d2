import { main } from '../../source/cli.ts';
import { pretendIo, type RunOptions } from '../commands/run.ts';

/** What a command writes where its streams say that they are a terminal, as one hands it on: with `\r\n` for `\n`. */
export async function onPretendedTerminal(
  args: readonly string[],
  options: RunOptions,
): Promise<{ code: number; raw: string }> {
  const io = pretendIo(options);
  for (const stream of [io.stdin, io.stdout, io.stderr]) stream.isTTY = true;
  const code = await main(args, io);
  return { code, raw: (io.stdout.text() + io.stderr.text()).replaceAll('\n', '\r\n') };
}
