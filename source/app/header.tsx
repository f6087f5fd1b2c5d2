import { Box, Text } from 'ink';
import { memo } from 'react';
import { Meter } from '../components/meter.tsx';
import type { Viewer } from '../roster/access/viewer.ts';
import { isUnknownPool } from '../roster/licenses/licenses.ts';
import type { PoolUse } from '../roster/plan/facts.ts';
import type { AccountSource, AccountSummary } from '../roster/screen/effects.ts';
import { localClock, localTime } from '../roster/text/local-time.ts';
import { capitalized, number } from '../roster/text/words.ts';
import { visible } from '../terminal/escape.ts';
import { displayWidth } from '../terminal/width.ts';
import { marks } from '../theme/marks.ts';
import { useTheme } from '../theme/theme-context.ts';

const meterCells = 11;

interface HeaderProps {
  account: AccountSummary;
  viewer: Viewer;
  width: number;
}

/**
 * Account, licenses, operator. In a narrow terminal the role leaves first, then via, when the account was read, the bar, what waits to
 * be sent there, and the account's name.
 */
export const Header = memo(function Header({ account, viewer, width }: HeaderProps) {
  const theme = useTheme();
  const mirror = { is_connected: account.source !== undefined };
  const pools = account.pools.filter(pool => !isUnknownPool(mirror, pool));
  const pool = scarcest(pools);
  const over = pool && account.license_model === 'concurrent' ? overSince(pool) : '';
  const name = visible(account.account_name);
  const operator = visible(viewer.person_name ?? viewer.operator_name);
  const login = viewer.person_name === undefined ? '' : ` ${marks.dot} ${visible(viewer.operator_name)}`;
  const via = `${login}${viewer.via ? ` via ${viewer.via}` : ''}`;
  const role = ` ${marks.dot} ${visible(viewer.role_name)}`;
  const readOnly = viewer.mayEdit ? '' : '  read only';
  const source = account.source ? sourceText(account.source) : '';
  const waiting = account.source ? waitingText(account.source) : '';
  const since = account.source?.failing_since;
  const failing = since ? ` ${marks.dot} Zoom failing since ${momentText(since)}` : '';

  // A long name gives way before anything else leaves.
  const nameWidth = Math.min(displayWidth(name), Math.max(20, Math.floor(width / 3)));
  const licenses = pool
    ? `${capitalized(pool.package_name)} ${number(pool.used)}/${number(pool.total)} ${account.license_model}${over}`
    : account.source
      ? 'Licenses not known'
      : 'No licenses';
  const bar = pool ? meterCells + 1 : 1;
  const least = displayWidth(`${licenses}   ${operator} `);
  const room = width - 1 - nameWidth - failing.length - readOnly.length - 3 - least;
  const withWaiting = room >= displayWidth(waiting);
  const left = withWaiting ? room - displayWidth(waiting) : room;
  const withBar = left >= bar;
  const withSource = left >= bar + displayWidth(source);
  const withVia = left >= bar + displayWidth(source) + displayWidth(via);
  const withRole = left >= bar + displayWidth(source) + displayWidth(via) + displayWidth(role);

  return (
    <Box justifyContent="space-between" paddingX={1}>
      <Box minWidth={0}>
        {room >= 0 && (
          <>
            <Box width={nameWidth} flexShrink={0}>
              <Text wrap="truncate" {...theme.strong}>
                {name}
              </Text>
            </Box>
            <Text {...theme.warning}>{failing}</Text>
            {withSource && <Text {...theme.muted}>{source}</Text>}
            {withWaiting && <Text {...theme.accent}>{waiting}</Text>}
            <Text {...theme.warning}>{readOnly}</Text>
          </>
        )}
      </Box>
      <Text wrap="truncate">
        {pool ? (
          <>
            <Text {...theme.muted}>{capitalized(pool.package_name)} </Text>
            <Text {...theme.text}>
              {number(pool.used)}/{number(pool.total)}
            </Text>
            <Text {...theme.muted}> {account.license_model}</Text>
            <Text {...theme.dangerStrong}>{over}</Text>
            {withBar && ' '}
            {withBar && <Meter used={pool.used} total={pool.total} cells={meterCells} />}
          </>
        ) : (
          <Text {...theme.muted}>{licenses}</Text>
        )}
        {'   '}
        <Text {...theme.strong}>{operator}</Text>
        <Text {...theme.muted}>
          {withVia && via}
          {withRole && role}
        </Text>
      </Text>
    </Box>
  );
});

/** Whose mirror this is, and of when. A time of the day needs no clock that ticks. */
function sourceText({ read_at, failing_since }: AccountSource): string {
  const zoom = failing_since === null ? ` ${marks.dot} Zoom` : '';
  return `${zoom} ${marks.dot} ${read_at === null ? 'not read yet' : `read ${momentText(read_at)}`}`;
}

/** How many change sets are still to be sent there. */
function waitingText({ waiting }: AccountSource): string {
  return waiting > 0 ? ` ${marks.dot} ${number(waiting)} to push` : '';
}

/** The time of the day; the date, too, where that is another one. */
function momentText(at: string): string {
  const isToday = localTime(at).slice(0, 10) === localTime(new Date().toISOString()).slice(0, 10);
  return isToday ? localClock(at) : localTime(at);
}

/** The pool with least left; the one that stands empty-handed is told before one nobody bought. */
export function scarcest(pools: readonly PoolUse[]): PoolUse | null {
  const bought = pools.filter(pool => pool.total > 0 || pool.used > 0);
  const left = (pool: PoolUse) => pool.total - pool.used;
  return bought.reduce<PoolUse | null>(
    (least, pool) => (least && left(least) <= left(pool) ? least : pool),
    null,
  );
}

/** Under the concurrent model more may be signed in than there are licenses, for a while (domain rule 4). */
function overSince({ used, total, exceeded_since }: PoolUse): string {
  return exceeded_since && used > total ? ` over since ${localClock(exceeded_since)}` : '';
}
