/** The keys of the roster by what they are for, in the order in which they are listed. */
export const commandGroups: readonly { title: string; ids: readonly string[] }[] = [
  {
    title: 'Select',
    ids: ['toggle', 'range', 'select-matching', 'invert', 'only-selected', 'unselect'].map(ofRoster),
  },
  {
    title: 'Change',
    ids: ['go-on', 'edit', 'add', 'remove', 'leavers', 'resolve', 'undo', 'redo', 'menu', 'import'].map(
      ofRoster,
    ),
  },
  {
    title: 'Find',
    ids: [
      ...['search', 'queue', 'queue-clear', 'status', 'status-back', 'role'].map(ofRoster),
      ...['package', 'package-back'].map(ofRoster),
    ],
  },
  {
    title: 'View',
    ids: [
      ...['open', 'history', 'pushes', 'usage', 'columns', 'sort-back', 'sort-next', 'sort-reverse'].map(
        ofRoster,
      ),
      ...['copy', 'export'].map(ofRoster),
    ],
  },
  {
    title: 'Move',
    ids: ['up', 'down', 'page-up', 'page-down', 'half-up', 'half-down', 'first', 'last'].map(ofRoster),
  },
  {
    title: 'Program',
    ids: [...['help', 'palette', 'back', 'quit'].map(ofRoster), 'redraw', 'suspend', 'quit'],
  },
];

function ofRoster(name: string): string {
  return `roster.${name}`;
}
