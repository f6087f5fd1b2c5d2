import { type Figure, figure } from '../figure.ts';
import type { Bench, Section } from '../section.ts';

export const building: Section = {
  name: 'building',
  title: 'Import and size, as measured when the data was built',
  measure,
};

const megabyte = 1e6;
const million = 1_000_000;

/** Budgets for a million users are taken in proportion for fewer. */
async function measure({ data: { users, built } }: Bench): Promise<Figure[]> {
  const { people, importSeconds, importPeak, smallImportPeak, smallPeople, licenseSeconds, bytes } = built;
  const share = users / million;
  const seconds = importSeconds + licenseSeconds;
  const megabytes = (value: number) => `${(value / megabyte).toFixed(0)} MB`;
  return [
    figure(
      `people import of ${people.toLocaleString('en-US')} people`,
      Math.round(people / importSeconds),
      { least: 40_000 },
      '/s',
      `${importSeconds.toFixed(1)} s`,
    ),
    figure(
      `Its peak memory beyond that of ${smallPeople.toLocaleString('en-US')} people, a person`,
      Math.max(0, importPeak - smallImportPeak) / (people - smallPeople),
      // On which line each address stood, so that the second one can be told.
      { most: 64 },
      'bytes',
      `${megabytes(importPeak)} and ${megabytes(smallImportPeak)}`,
    ),
    figure('The database, three queues each', bytes / megabyte, { most: 700 * share }, 'MB'),
    figure(
      'Built from CSV',
      seconds,
      { most: 90 * share },
      's',
      `import ${importSeconds.toFixed(1)}, licenses ${licenseSeconds.toFixed(1)}`,
    ),
  ];
}
