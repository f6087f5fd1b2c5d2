import { type Block, lineBlock, linesIn } from '../../components/blocks.tsx';
import { number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
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

/** What there is to say about a user on a page of `width` cells, in one column or two. */
export function userColumns(
  { user, name, changes }: Pick<UserLayer, 'user' | 'name' | 'changes'>,
  width: number,
): PageColumn[] {
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
    const sections = [access, ...assignmentSections(user, room), channels, team, ...account, identity];
    return [{ width: whole, blocks: sectionBlocks([...sections, lastChanges(changes, room)]) }];
  }
  const left = Math.min(70, Math.floor(whole * 0.46));
  const right = whole - left;
  const { identity, access, channels, team, account } = factSections(user, left - 3);
  const assigned = assignmentSections(user, right - 1);
  return [
    { width: left, blocks: sectionBlocks([identity, access, channels, team, ...account]) },
    { width: right, blocks: sectionBlocks([...assigned, lastChanges(changes, right - 1)]) },
  ];
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
