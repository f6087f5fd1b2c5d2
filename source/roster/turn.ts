/** The turn of reading that may take long: in between it gives way to keys, to drawing, and to whatever overtakes it. */
export interface Turn {
  /**
   * To be awaited between pieces of work of some milliseconds. True: something newer is wanted instead, and what was
   * read so far is of no use to anybody.
   */
  pause(): Promise<boolean>;
}

/** For reading that nobody overtakes and that need not give way. */
export const undisturbed: Turn = { pause: async () => false };
