import type { Page } from '../../app/layer.ts';
import { moreBlocksBelow } from '../../app/scrolled-blocks.ts';
import { PageBody, PageHeading } from '../../components/scrolled-page.tsx';
import { visible } from '../../terminal/escape.ts';
import { marks } from '../../theme/marks.ts';
import { importList } from './list.tsx';
import type { ImportLayer } from './state.ts';

/** What a file would add and change, and what is wrong with it. */
export const importPage: Page<ImportLayer> = {
  Heading({ layer: { path, busy } }) {
    const said = busy ? `Writing${marks.ellipsis}` : 'nothing is written yet';
    return <PageHeading title="Import preview" about={visible(path)} right={said} rightStyle="muted" />;
  },
  View({ layer, width, height }) {
    return <PageBody list={importList(layer, width)} top={layer.top} height={height} />;
  },
  place({ layer, width, height }) {
    return moreBlocksBelow(importList(layer, width), layer.top, height);
  },
};
