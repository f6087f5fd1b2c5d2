import type { PackageName, UserAccess } from '../users/vocabulary.ts';
import type { Selection } from './selection.ts';

export const sortColumns = ['name', 'email', 'role', 'status', 'presence'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  column: SortColumn;
  reverse: boolean;
}

/** Which users are looked at, and in what order. Everything combines with and. */
export interface View {
  search: string;
  queue: { id: number; name: string } | null;
  status: UserAccess | null;
  role: { id: number; name: string } | null;
  package: PackageName | null;
  /** Only these people, such as the selected ones. */
  only: Selection | null;
  sort: Sort;
}

export const wholeRoster: View = {
  search: '',
  queue: null,
  status: null,
  role: null,
  package: null,
  only: null,
  sort: { column: 'name', reverse: false },
};

/** Whether anything but the order narrows the view. */
export function isFiltered(view: View): boolean {
  return (
    view.search.trim() !== '' ||
    view.queue !== null ||
    view.status !== null ||
    view.role !== null ||
    view.package !== null ||
    view.only !== null
  );
}
