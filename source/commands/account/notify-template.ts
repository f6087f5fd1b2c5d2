import { createReadStream } from 'node:fs';
import { readNotice } from '../../../db/outbox/notice-template.ts';
import { readTemplate, writeTemplate } from '../../roster/plan/notice-template.ts';
import type { NoticeTemplate } from '../../roster/plan/notice-text.ts';
import { fileProblem } from '../../roster/text/file-problem.ts';
import { visible } from '../../terminal/escape.ts';
import { planAndChange } from '../catalog/catalog-change.ts';
import { textUpTo } from '../shell/bounded-text.ts';
import { type Io, resolvePath } from '../shell/io.ts';
import { exits, Refusal } from '../shell/refusal.ts';
import { standardInput } from '../shell/standard-input.ts';
import { print } from '../shell/stdout.ts';
import type { Work } from '../storage/with-roster.ts';
import type { NotifyOptions } from './notify.ts';

/** Prints the words of the e-mails, so that what is printed can be read back. */
export async function showTemplate({ roster, io }: Work): Promise<number> {
  await show(io, (await readNotice(roster.read)).template);
  return exits.done;
}

/** Takes the words of the e-mails from a file; `-` is standard input, `default` what comes with the program. */
export async function changeTemplate(work: Work, source: string, options: NotifyOptions): Promise<number> {
  const template = source === 'default' ? null : await readSource(work.io, source);
  const record = { notice_subject: template?.subject ?? null, notice_text: template?.text ?? null };
  return await planAndChange(work, { action: 'edit', of: 'account', name: '', record }, options);
}

async function readSource(io: Io, source: string): Promise<NoticeTemplate> {
  const name = source === '-' ? 'Standard input' : source;
  const text = await readText(io, source);
  if (text === null) throw new Refusal(`${name} is too long for an e-mail. The text stays as it was.`);
  const read = readTemplate(text);
  if ('template' in read) return read.template;
  const problems = read.problems.map(problem => `${name}: ${problem}`);
  throw new Refusal(`${problems.join('\n')}\nThe text stays as it was. See: roster notify --show-template`);
}

/** Bytes; many more than the longest text has. */
const longest = 256 * 1024;

async function readText(io: Io, path: string): Promise<string | null> {
  try {
    return await textUpTo(
      longest,
      path === '-' ? standardInput(io) : createReadStream(resolvePath(io, path)),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`Can't read ${path}: ${fileProblem(error)}. The text stays as it was.`);
  }
}

async function show(io: Io, template: NoticeTemplate): Promise<void> {
  const written = writeTemplate(template);
  // On a terminal nothing in it may move the cursor; a tab may.
  const shown = io.stdout.isTTY
    ? written
        .split('\n')
        .map(line => line.split('\t').map(visible).join('\t'))
        .join('\n')
    : written;
  await print(io, shown);
}
