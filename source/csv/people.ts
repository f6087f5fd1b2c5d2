import { decodeCsv } from './decode.ts';
import { headerAgain, otherHeader } from './header.ts';
import { lookLikeUsers } from './kind-of-list.ts';
import type { PeopleColumns } from './people-columns.ts';
import { findPeopleColumns, usedColumns } from './people-columns.ts';
import type { PersonRecord } from './person.ts';
import { readPerson } from './person.ts';
import type { CsvProblem } from './problem.ts';
import { readRecords } from './records.ts';
import { SeenKeys } from './seen-keys.ts';

export type { PersonRecord } from './person.ts';
export type { CsvProblem } from './problem.ts';

/** Which columns of a file are read and which not, by their headers. */
export interface FoundColumns {
  used: string[];
  unused: string[];
  /** Whether one of them says whose account is active. */
  tellsStatus: boolean;
}

/**
 * Reads the people of a CSV export – of a directory (`directories.ts`) or our own – from its bytes,
 * in the order of the file and as a stream: memory grows only with the addresses and ids seen, by at most 48 bytes each.
 *
 * `file` is its name, as a command takes it. `onColumns` is told once the header is read, and again where its column of ids turned out to have none. Every row gives either a person or one or several problems, all with the
 * row's line; count bad rows by their lines. A problem with `fatal` concerns the file (nothing in it, no column for the address, not decodable), ends
 * the stream, and means that later rows were not read: an import should not pass for complete. Errors of the
 * input itself are thrown as they come.
 *
 * What is left to the import, since it depends on who is in the database: a person without `account_status` is
 * active if new; whoever ends up without a display name gets `composeDisplayName`.
 */
export async function* readPeople(
  input: AsyncIterable<Uint8Array>,
  file = 'FILE',
  onColumns: (columns: FoundColumns) => void = () => {},
): AsyncGenerator<{ person: PersonRecord } | { problem: CsvProblem }> {
  const seen = { emails: new SeenKeys(), ids: new SeenKeys() };
  let columns: PeopleColumns | undefined;
  let someId = false;
  for await (const record of readRecords(decodeCsv(input))) {
    if ('problem' in record) {
      const { problem } = record;
      // Without a header the rows below it cannot be understood.
      yield columns ? { problem } : { problem: { ...problem, fatal: true } };
      if (!columns) return;
    } else if (columns) {
      const again = headerAgain(record.cells, columns.headers);
      if (again === 'same') continue;
      if (again === 'different') {
        yield { problem: { code: 'other_header', line: record.line, message: otherHeader, fatal: true } };
        return;
      }
      const row = readPerson(record, columns, seen);
      if ('person' in row) {
        someId ||= row.person.id !== undefined;
        yield { person: row.person };
      } else for (const problem of row.problems) yield { problem };
    } else {
      const found =
        lookLikeUsers(record.cells, record.line, file) ?? findPeopleColumns(record.cells, record.line);
      if ('problem' in found) {
        yield found;
        return;
      }
      columns = found.columns;
      onColumns(foundColumns(columns));
    }
  }
  // A column ID that has numbers of its own is not one of ids.
  if (columns && !someId) onColumns(foundColumns({ ...columns, id: undefined }));
  if (!columns) {
    const message = 'The file is empty. Export the people again, with a first line that names the columns.';
    yield { problem: { code: 'empty_file', line: 1, message, fatal: true } };
  }
}

function foundColumns(columns: PeopleColumns): FoundColumns {
  return { ...usedColumns(columns), tellsStatus: columns.account_status.length > 0 };
}
