import { type Block, lineBlock, linesIn } from '../../components/blocks.tsx';
import { reasonBlock } from '../../components/text-block.tsx';
import type { AtAccount } from '../../roster/screen/page-effects.ts';
import { number } from '../../roster/text/words.ts';
import { fields } from '../../roster/users/fields.ts';
import type { FieldName } from '../../roster/users/user.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { assignmentSections } from './assignments.tsx';
import { factSections } from './facts.tsx';
import { lastChanges } from './last-changes.tsx';
import type { UserLayer } from './state.ts';

/** A part of the page under a heading. */
export interface Section {
  title: string;
  /** How many there are, where that is worth saying. */
  count?: number;
  blocks: Block[];
}

/** A column of the page with all of its blocks, seen or not. */
export interface PageColumn {
  /** Cells, with the gap at its right. */
  width: number;
  blocks: Block[];
}

/** Cells left of the page. */
export const margin = 3;

/** From this width on the settings stand at the left, queues, skills and changes at the right. */
const twoColumnsFrom = 100;

type Shown = Pick<UserLayer, 'user' | 'name' | 'changes' | 'atAccount'>;

/** What there is to say about a user on a page of `width` cells, in one column or two. */
export function userColumns({ user, name, changes, atAccount }: Shown, width: number): PageColumn[] {
  const whole = width - margin;
  const room = whole - 1;
  if (user === undefined) return [];
  if (user === null) {
    const gone = lineBlock('gone', `${visible(name)} is no contact center user any more.`, 'strong');
    const last = sectionBlocks([lastChanges(changes, room)], 1);
    return [{ width: whole, blocks: [gone, ...last] }];
  }
  if (width < twoColumnsFrom) {
    const { identity, access, channels, team, account } = factSections(user, room);
    const assigned = assignmentSections(user, { width: room, atAccount });
    const sections = [
      ...accountSection(atAccount, room),
      ...[access, ...assigned, channels, team, ...account, identity],
    ];
    return [{ width: whole, blocks: sectionBlocks([...sections, lastChanges(changes, room)]) }];
  }
  const left = Math.min(70, Math.floor(whole * 0.46));
  const right = whole - left;
  const { identity, access, channels, team, account } = factSections(user, left - 3);
  const assigned = assignmentSections(user, { width: right - 1, atAccount });
  const facts = [...accountSection(atAccount, left - 3), identity, access, channels, team, ...account];
  return [
    { width: left, blocks: sectionBlocks(facts) },
    { width: right, blocks: sectionBlocks([...assigned, lastChanges(changes, right - 1)]) },
  ];
}

/** What is between the roster and the account that it mirrors, if there is anything. */
function accountSection(atAccount: AtAccount | null, width: number): Section[] {
  if (!atAccount) return [];
  const { isNew, waits, clashes, refused } = atAccount;
  const labels = (names: readonly FieldName[]) => names.map(name => fields[name].label).join(', ');
  const blocks = [
    ...(isNew ? [lineBlock('new', `${marks.up} Added here, not there yet`, 'accent')] : []),
    ...(waits.length > 0 ? [lineBlock('waits', `${marks.up} Changed here: ${labels(waits)}`, 'accent')] : []),
    ...(clashes.length > 0
      ? [lineBlock('clashes', `${marks.changed} Changed on both sides: ${labels(clashes)}`, 'warning')]
      : []),
    ...(refused?.reasons ?? []).map(reason => refusedBlock(reason, refused?.change_set_id ?? 0, width)),
  ];
  return blocks.length > 0 ? [{ title: 'Zoom account', blocks }] : [];
}

function refusedBlock(reason: string, id: number, width: number): Block {
  const text = `Refused, of change ${id}: ${visible(reason)}`;
  return reasonBlock(text, { key: reason, width, style: 'warningStrong', mark: marks.refused });
}

/** How many lines the page has. */
export function linesOf(columns: readonly PageColumn[]): number {
  return Math.max(0, ...columns.map(({ blocks }) => linesIn(blocks)));
}

/** Sections below each other, with a blank line between, and `above` of them before the first. */
function sectionBlocks(sections: readonly Section[], above = 0): Block[] {
  return sections.flatMap(({ title, count, blocks }, index) => [
    lineBlock(title, count ? `${title} (${number(count)})` : title, 'strong', index > 0 ? 1 : above),
    ...blocks.map(block => ({ ...block, key: `${title} ${block.key}` })),
  ]);
}
