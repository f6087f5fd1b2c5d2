/** The parts of the long run and their files; whatever is not in one of them is run by `npm test`. */
export const parts = {
  ssh: ['test/ssh/*.test.ts'],
  bench: ['test/bench/short/bench.test.ts'],
  'fifty-thousand': ['test/flows/fifty-thousand.test.ts'],
  disks: ['full-disk', 'filled-disks', 'read-only-disk', 'small-disk-screen'].map(
    name => `test/storage/${name}.test.ts`,
  ),
  power: ['test/storage/power-loss.test.ts'],
  probe: ['test/account/probe.test.ts'],
} satisfies Record<string, readonly string[]>;

/** Files with lists of which `npm test` tries one of each kind, or with rounds of which it takes some, and the long run all. */
export const withLists = [
  'test/hostile/*.test.ts',
  'test/account/{pull,push-failures,push-story,pushes-page,screen-push}.test.ts',
  'test/commands/{leaving,restore}.test.ts',
  'test/csv/{memory,records,users-round-trip}.test.ts',
  'test/db/window.property.test.ts',
  'test/operator/forced-command.test.ts',
  'test/session/session-store.test.ts',
  'test/storage/{damage,failing-disk,files-of-others}.test.ts',
];
