import { type BlockList, blockList, joined } from '../../components/block-list.tsx';
import { catalogBlock, changeBlock } from '../../components/change-blocks.tsx';
import { refusalBlocks } from '../../components/refusal-blocks.tsx';
import { pageTextWidth } from '../../components/scrolled-page.tsx';
import { textBlock } from '../../components/text-block.tsx';
import { changedLicenses, licenseText } from '../../roster/licenses/licenses.ts';
import type { AppliedChangeSet } from '../../roster/plan/change-set.ts';
import { pushText } from '../../roster/push/push-text.ts';
import type { PushOfSet } from '../../roster/push/refused.ts';
import { localTime } from '../../roster/text/local-time.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import type { ChangeSetLayer } from './state.ts';

/** Who, when, from where; what became of the catalog; and each user before and after, as far as they are read. */
export function changeSetList({ set, changes, refused }: ChangeSetLayer, columns: number): BlockList {
  const width = pageTextWidth(columns);
  const facts = blockList(factsOf(set), (fact, index) =>
    textBlock(fact, { key: `fact ${index}`, width, style: 'muted' }),
  );
  const catalog = blockList(set.catalog ?? [], change => catalogBlock(change, { width }));
  const users = blockList(changes ?? [], change => changeBlock(change, { width }));
  const refusals = blockList(refusalBlocks(refused, width), block => block);
  return joined(facts, refusals, catalog, users);
}

function factsOf({ at, operator_name, via, licenses, notices, undoes, push }: AppliedChangeSet): string[] {
  const origin = [localTime(at), visible(operator_name), visible(via)];
  if (undoes !== undefined) origin.push(`takes back change ${undoes}`);
  return [
    origin.join(` ${marks.dot} `),
    ...(push ? [accountText(push)] : []),
    ...changedLicenses(licenses).map(use => licenseText(use, marks.arrow)),
    ...notices.map(visible),
  ];
}

/** `At the account: partly refused: 18 users · taken back here by change 13`. */
function accountText(push: PushOfSet): string {
  const back = push.refused_set_id === null ? [] : [`taken back here by change ${push.refused_set_id}`];
  return [`At the account: ${pushText(push)}`, ...back].join(` ${marks.dot} `);
}
