import { copyFileSync, rmSync } from 'node:fs';
import { emails, makeHome, peopleCsv, program, type RunOptions } from '../commands/run.ts';
import { mountSmallDisk } from './small-disk.ts';

const diskBytes = 6 * 1_048_576;
const people = 1_000;
/** History fills the disk in the end. */
const fillingsADisk = 10;
/** Less than any of the changes takes, and more than all but the biggest. */
const mostLeft = 1_500_000;

/** What a change says that there is nothing to be done by. */
const nothingToDo = /^Nothing to (change|undo|redo)|^.* by change set \d+ .* Undo the later change first/;

export interface FilledCounts {
  fillings: number;
  done: number;
  refused: number;
  /** Not refused in the one sentence, or with anything left behind. */
  'told otherwise': number;
  /** The history does not say what the commands said. */
  'history differs': number;
  'findings of check': number;
  [count: string]: number;
}

const changes = [
  'edit --where status=active --status inactive --yes',
  'edit --where status=inactive --status active --yes',
  'remove --where role=Agent --yes',
  'undo --yes',
  'redo --yes',
];

/** Fills a real disk up to somewhere, changes a thousand users on it, makes room, and looks at what is there. */
export async function fillDisks(fillings: number, random: () => number = Math.random): Promise<FilledCounts> {
  const counts: FilledCounts = {
    ...{ fillings, done: 0, refused: 0 },
    ...{ 'told otherwise': 0, 'history differs': 0, 'findings of check': 0 },
  };
  for (let left = fillings; left > 0; left -= fillingsADisk)
    await fillOne(Math.min(left, fillingsADisk), counts, random);
  return counts;
}

async function fillOne(fillings: number, counts: FilledCounts, random: () => number): Promise<void> {
  const disk = await mountSmallDisk(diskBytes);
  const home = makeHome();
  const database = `${disk.path}/roster.db`;
  const roster = (args: string, options: RunOptions = {}) =>
    home.spawn(args, {
      ...options,
      env: { ROSTER_DB: database },
      command: [...disk.command, process.execPath, program],
    });
  const full = `The disk that holds ${database} is full; nothing was written.`;
  /** How many change sets there are; null where the check finds anything. */
  const sets = async () => {
    const { stdout, stderr } = await roster('check');
    const found = /^All is well: [\d,]+ users?, ([\d,]+) change sets?\.$/m.exec(stdout);
    if (!found) process.stderr.write(`${stdout}${stderr}`);
    return found && Number(found[1]!.replaceAll(',', ''));
  };
  try {
    await home.ok('init --account Acme --licenses 5000');
    await home.ok('people import -', { input: peopleCsv(people) });
    await home.ok('add - --role Agent', { input: emails(people) });
    copyFileSync(home.database, `${disk.outside}/roster.db`);
    let before = 1;
    for (let filling = 0; filling < fillings; filling++) {
      disk.fill(4096 * Math.floor((random() * mostLeft) / 4096));
      const args = changes[Math.floor(random() * changes.length)]!;
      const { code, stderr } = await roster(args);
      disk.clear();
      const after = await sets();
      if (after === null) {
        counts['findings of check']++;
        return;
      }
      const changed = after - before;
      before = after;
      const wasFull = stderr.includes(full);
      if (wasFull) counts.refused++;
      else if (changed === 1) counts.done++;
      const told = wasFull ? code === 1 : code === 0 || nothingToDo.test(stderr);
      if (!told) counts['told otherwise']++;
      // What was done is one set more, and what was refused or not to be done is none.
      if (changed !== (code === 0 && !nothingToDo.test(stderr) ? 1 : 0)) counts['history differs']++;
    }
  } finally {
    disk.close();
    rmSync(home.home, { recursive: true, force: true });
  }
}
