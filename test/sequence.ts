import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Long runs told in a few lines. Until they are measured, the size of a file decides, and they would begin last. */
const long = [
  'hostile/many-processes',
  'hostile/storm',
  'storage/power-loss',
  'flows/news',
  'docs/blocks',
].map(name => `test/${name}.test.ts`);

export class Sequence extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = (file: TestSpecification) => long.some(name => file.moduleId.endsWith(name));
    return [...sorted.filter(isLong), ...sorted.filter(file => !isLong(file))];
  }
}
