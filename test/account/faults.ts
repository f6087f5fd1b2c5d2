import { type Random, randomFor } from '../../source/demo/random.ts';

export const faultKinds = [
  // Takes seconds.
  'slow',
  // The connection is cut before anything is done, after it is done, and in the middle of the answer.
  ...(['cut-before', 'cut-after', 'cut-body'] as const),
  // It is done, and no answer comes; the second begins one.
  ...(['hang', 'hang-body'] as const),
  // Nothing is done, but for 504, where it is.
  ...(['429', '500', '502', '503', '504'] as const),
  // Of lists: ends a page early, begins anew, has the last row of a page on the next one too.
  ...(['short', 'loop', 'duplicate'] as const),
  // Something in the answer that no reference knows: fields, values of enums.
  ...(['new-fields', 'new-values'] as const),
  // A change is accepted, but for a field or a user.
  'ignored-field',
  // 200 and half of a JSON text, or a page for browsers.
  ...(['invalid-json', 'html'] as const),
] as const;

/** `held` waits for `release`, so nothing but a test asks for it. */
export type Fault = (typeof faultKinds)[number] | 'held';

/** Asks whether a fault is due; who asks and is told so must do it. */
export type IsDue = (kind: Fault) => boolean;

export interface Faults {
  /** Does it to the next request that it fits, or the next of an operation. */
  next(kind: Fault, operation?: string): void;
  /** Does it to each request of an operation that it fits, until `off`; `share` of them, the first always. */
  on(operation: string, kind: Fault, share?: number): void;
  /** Ends what is armed for an operation, or all of it, seeded ones too. */
  off(operation?: string): void;
  /** From now on a share of all requests meets one of these; the same seed gives the same to the same requests. */
  seeded(seed: number, share: number, kinds?: readonly Fault[]): void;
  /** What was done, in order. */
  readonly done: { operation: string; kind: Fault }[];
  /** How long `slow` takes, in milliseconds. */
  slowMs: number;
  ask(operation: string): IsDue;
  /** Resolves with the next `release`. */
  held(): Promise<void>;
  /** Lets all go on that are held. */
  release(): void;
}

export function makeFaults(): Faults {
  const once: { kind: Fault; operation: string | undefined }[] = [];
  const always: { operation: string; kind: Fault; share: number; random: Random | undefined }[] = [];
  let seed: { random: Random; share: number; kinds: readonly Fault[] } | undefined;
  let waiting: (() => void)[] = [];
  const faults: Faults = {
    done: [],
    slowMs: 1500,
    next: (kind, operation) => void once.push({ kind, operation }),
    on: (operation, kind, share = 1) => void always.push({ operation, kind, share, random: undefined }),
    off(operation) {
      if (operation === undefined) seed = undefined;
      const others = <T extends { operation: string | undefined }>(list: T[]) => {
        const left = operation === undefined ? [] : list.filter(armed => armed.operation !== operation);
        list.splice(0, list.length, ...left);
      };
      others(once);
      others(always);
    },
    seeded(number, share, kinds = faultKinds) {
      seed = { random: randomFor(11, number), share, kinds };
    },
    ask(operation) {
      // Drawn for each request, whether it fits or not: what one of them asks changes nothing for the next.
      const drawn = seed?.random.chance(seed.share) ? seed.random.pick(seed.kinds) : undefined;
      let met = false;
      return kind => {
        if (met) return false;
        const at = once.findIndex(
          armed => armed.kind === kind && (armed.operation ?? operation) === operation,
        );
        if (at >= 0) once.splice(at, 1);
        met = at >= 0 || drawn === kind || always.some(armed => isDue(armed, operation, kind));
        if (met) faults.done.push({ operation, kind });
        return met;
      };
    },
    held: () => new Promise<void>(resolve => waiting.push(resolve)),
    release() {
      for (const go of waiting) go();
      waiting = [];
    },
  };
  return faults;
}

function isDue(
  armed: { operation: string; kind: Fault; share: number; random: Random | undefined },
  operation: string,
  kind: Fault,
): boolean {
  if (armed.operation !== operation || armed.kind !== kind) return false;
  if (armed.random) return armed.random.chance(armed.share);
  armed.random = randomFor(12, 1);
  return true;
}
