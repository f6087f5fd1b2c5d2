import { type ArgumentEntry, type Call, type CommandEntry, type OptionEntry, optionKey } from './command.ts';
import { exits, Refusal } from './refusal.ts';
import { globalOptions } from './table.ts';

/**
 * Over SSH, by a key, nobody reads or writes a file of the machine or runs what is for those who sit at it: the account
 * that all of them share could do more than they may. Throws Refusal.
 */
export function confine(
  entry: Pick<CommandEntry, 'name' | 'arguments' | 'options' | 'local'>,
  call: Call,
): void {
  if (!call.io.session) return;
  if (entry.local) throw refused(`roster ${entry.name} is for who is at the machine itself`);
  for (const option of [...(entry.options ?? []), ...globalOptions]) {
    const value = call.options[optionKey(option.flags)];
    if (value === undefined) continue;
    const [name = ''] = option.flags.split(' ');
    if (option.local) throw refused(`${name} is for who is at the machine itself`);
    for (const word of [value].flat()) refuseFile(option, word, name);
  }
  for (const [index, word] of call.arguments.entries()) {
    const argument = entry.arguments?.[index];
    if (argument) refuseFile(argument, word, entry.name);
  }
}

function refuseFile(entry: OptionEntry | ArgumentEntry, word: unknown, name: string): void {
  const syntax = 'flags' in entry ? entry.flags : entry.syntax;
  if (!syntax.includes('<file>') || entry.besidesFile?.includes(String(word))) return;
  const instead = entry.besidesFile?.includes('-') ? `; name - and send it: ssh … ${name} - < FILE` : '';
  throw refused(`${name} would name a file of this machine, and yours are on your side of SSH${instead}`);
}

function refused(sentence: string): Refusal {
  return new Refusal(`${sentence}.`, exits.forbidden, 'not_over_ssh');
}
