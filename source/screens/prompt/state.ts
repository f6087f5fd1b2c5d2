import type { TextField } from '../../keys/text-field.ts';

/** Asks for the path of a file. */
export interface PromptLayer {
  kind: 'prompt';
  purpose: 'import' | 'export';
  field: TextField;
  /** What Tab found to go on with, where it is more than one. */
  names: readonly string[];
  /** The file is there already: asks whether to overwrite it, and nothing is typed meanwhile. */
  exists: boolean;
  complaint: string | null;
  /** The export has begun; nothing is typed meanwhile. */
  busy: boolean;
}
