import type { Page } from '../../app/layer.ts';
import { moreBlocksBelow } from '../../app/scrolled-blocks.ts';
import { PageBody, PageHeading } from '../../components/scrolled-page.tsx';
import { undoneText } from '../../roster/plan/change-set.ts';
import { counted, number } from '../../roster/text/words.ts';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { changeSetList } from './list.ts';
import type { ChangeSetLayer } from './state.ts';

/** One change set: who, when, from where, and each user's fields before and after. */
export const changeSetPage: Page<ChangeSetLayer> = {
  Heading({ layer: { set } }) {
    return (
      <PageHeading
        title={`Change ${set.id}`}
        about={visible(set.summary)}
        right={undoneText(set)}
        rightStyle="warning"
      />
    );
  },
  View({ layer, width, height }) {
    return <PageBody list={changeSetList(layer, width)} top={layer.top} height={height} />;
  },
  place({ layer, width, height }) {
    const { set, changes, top } = layer;
    const read = changes?.length ?? 0;
    const users = `${read < set.users ? `${number(read)} of ` : ''}${counted(set.users, 'user')}`;
    const parts = [
      set.users === 0 ? '' : read < set.users ? `${users} read` : users,
      moreBlocksBelow(changeSetList(layer, width), top, height),
    ];
    return parts.filter(Boolean).join(` ${marks.dot} `);
  },
};
