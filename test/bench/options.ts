import { parseArgs } from 'node:util';

export interface Options {
  users: number;
  /** The sections that are measured; null: all. */
  only: string[] | null;
  fresh: boolean;
  /** A fifth of the repetitions. */
  quick: boolean;
  peers: boolean;
  writeDocs: boolean;
}

const most = 1_000_000;
const least = 2_000;

export const help = `npm run bench -- [--users N] [--only SECTION[,SECTION]] [--quick] [--fresh] [--no-peers] [--write-docs]

  --users N       measure on so many users instead of 1,000,000
  --only NAMES    only these sections
  --quick         a fifth of the repetitions
  --fresh         build the data again even if it is in the cache
  --no-peers      leave out the other programs
  --write-docs    write the figures into docs/speed.md and README.md; builds the data again, as its making is among them
`;

/** Reads the command line. Throws with a sentence. */
export function readOptions(args: string[], sections: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      users: { type: 'string' },
      only: { type: 'string', multiple: true },
      quick: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      'no-peers': { type: 'boolean', default: false },
      'write-docs': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const users = values.users === undefined ? most : Number(values.users.replaceAll(/[,_]/g, ''));
  if (!Number.isInteger(users) || users < least || users > most)
    throw new Error(`--users takes ${least} to ${most}, not ${values.users}.`);
  const only = values.only?.flatMap(names => names.split(',')) ?? null;
  const unknown = only?.find(name => !sections.includes(name));
  if (unknown !== undefined) throw new Error(`No section ${unknown}. There are: ${sections.join(', ')}.`);
  if (values['write-docs'] && (only || values.quick || values['no-peers'] || users < most))
    throw new Error('--write-docs needs a whole run: leave out --only, --quick, --no-peers and --users.');
  return {
    users,
    only,
    // The making of the data is measured when it is made: on this machine, by this program.
    fresh: values.fresh || values['write-docs'],
    quick: values.quick,
    peers: !values['no-peers'] && (only === null || only.includes('peers')),
    writeDocs: values['write-docs'],
  };
}
