import type { ChangeSet } from '../../roster/plan/change-set.ts';
import { changeSetJson } from '../../roster/plan/json.ts';
import type { Call, CommandEntry } from './command.ts';
import { confine } from './confine.ts';
import { isRefusal } from './explain.ts';
import { jsonText } from './json-text.ts';
import { exits } from './refusal.ts';
import { OutputError, print } from './stdout.ts';

/**
 * Loads and runs a command. Where scripts asked for JSON, a refusal of a change is also a change set without
 * changes on stdout; the sentence is left to the caller.
 */
export async function runCommand(entry: CommandEntry, call: Call): Promise<number> {
  try {
    confine(entry, call);
    const { run } = await entry.load();
    return await run(call);
  } catch (error) {
    const { io } = call;
    const { format, dryRun } = call.options;
    if (error instanceof OutputError) error.changes = entry.changes === true && !dryRun;
    const forScripts = format === 'json' || format === 'ndjson';
    if (entry.kind && forScripts && isRefusal(error) && error.exitCode !== exits.usage) {
      const set = refused(entry.kind, error);
      await print(io, `${jsonText(changeSetJson(set), format === 'json' ? 2 : undefined)}\n`);
    }
    throw error;
  }
}

function refused(kind: ChangeSet['kind'], { code, message }: { code?: string; message: string }): ChangeSet {
  const problems = [{ code: code ?? 'failed', message }];
  return { kind, summary: '', changes: [], catalog: [], problems, licenses: [], notices: [] };
}
