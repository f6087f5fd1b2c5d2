import { Box, Text } from 'ink';
import { useMemo } from 'react';
import { scrollTop } from '../../../components/blocks.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { Wrapped } from '../../../components/wrapped.tsx';
import { missingFor } from '../../../roster/licenses/missing.ts';
import type { AccountSummary } from '../../../roster/screen/effects.ts';
import { countedTo } from '../../../roster/screen/form-effects.ts';
import { searchWords } from '../../../roster/screen/search-terms.ts';
import { counted, number } from '../../../roster/text/words.ts';
import { visible } from '../../../terminal/escape.ts';
import { useTheme } from '../../../theme/theme-context.ts';
import type { PeoplePane } from '../state.ts';
import { PersonRow } from './person-row.tsx';
import { currentPlace } from './reducer.ts';

/** Lines from which on the list stands a line below the search. */
const roomyFrom = 8;

interface PeopleListProps {
  people: PeoplePane;
  account: AccountSummary;
  /** Whether the list has the keys. */
  focused: boolean;
  width: number;
  height: number;
}

/** The people without a license: the search, and those who match. */
export function PeopleList({ people, account, focused, width, height }: PeopleListProps) {
  const { candidates, picked, field } = people;
  const words = useMemo(() => searchWords(field.value), [field.value]);
  const gap = height < roomyFrom ? 0 : 1;
  const room = height - 1 - gap;
  const cursor = currentPlace(people);
  const top = scrollTop(cursor, candidates.length, room);
  return (
    <Box flexDirection="column" width={width} height={height} rowGap={gap} overflowY="hidden">
      <SearchLine people={people} focused={focused} width={width} />
      <Box flexDirection="column" flexShrink={0}>
        {candidates.slice(top, top + room).map((candidate, index) => (
          <PersonRow
            key={candidate.person_id}
            candidate={candidate}
            isPicked={picked.has(candidate.person_id)}
            isCurrent={focused && top + index === cursor}
            words={words}
            domain={account.domain}
            width={width}
          />
        ))}
        {candidates.length === 0 && (
          <NobodyListed search={field.value} account={account} width={width - 4} gap={gap} />
        )}
      </Box>
    </Box>
  );
}

function SearchLine({ people, focused, width }: { people: PeoplePane; focused: boolean; width: number }) {
  const theme = useTheme();
  const { field, matching } = people;
  return (
    <Box justifyContent="space-between" flexShrink={0} paddingRight={1}>
      <Text wrap="truncate">
        <Text {...(focused ? theme.accentStrong : theme.muted)}>{' > '}</Text>
        {focused ? (
          <TextField field={field} width={width - 16} />
        ) : (
          <Text {...theme.muted}>{visible(field.value) || 'search'}</Text>
        )}
      </Text>
      <Box flexShrink={0}>
        <Text {...theme.muted}>
          {matching > countedTo
            ? `more than ${number(countedTo)} people`
            : counted(matching, 'person', 'people')}
        </Text>
      </Box>
    </Box>
  );
}

interface NobodyListedProps {
  search: string;
  account: AccountSummary;
  width: number;
  /** Lines between what is missing and what to do about it. */
  gap: number;
}

/** Why nobody is there to be picked, and what to do about it. */
function NobodyListed({ search, account, width, gap }: NobodyListedProps) {
  const theme = useTheme();
  if (!account.hasPeople)
    return (
      <Box flexDirection="column" marginLeft={3}>
        <Wrapped width={width}>Nobody is in the account yet.</Wrapped>
        <Box flexDirection="column" marginTop={gap}>
          {missingFor(account)
            .slice(0, -1)
            .map(({ todo, command }) => (
              <Box key={todo} flexDirection="column">
                <Wrapped width={width} style={theme.muted}>{`${todo}:`}</Wrapped>
                <Box marginLeft={2}>
                  <Wrapped width={width - 2} style={theme.accent}>
                    {command}
                  </Wrapped>
                </Box>
              </Box>
            ))}
        </Box>
      </Box>
    );
  const sought = visible(search.trim());
  return (
    <Box flexDirection="column" marginLeft={3}>
      <Wrapped width={width} style={theme.muted}>
        {sought === ''
          ? 'Everybody in the account has a license. More people:'
          : `Nobody without a license matches "${sought}". Esc empties the search.`}
      </Wrapped>
      {sought === '' && (
        <Wrapped width={width} style={theme.accent}>
          roster people import FILE.csv
        </Wrapped>
      )}
    </Box>
  );
}
