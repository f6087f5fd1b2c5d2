/** What went wrong between here and the account; scripts see the code. */
export type AccountErrorCode =
  /** No answer, or none that is one. */
  | 'unreachable'
  /** The app is unknown, or its secret is wrong. */
  | 'credentials'
  /** Another program asked for a token of the same app meanwhile. */
  | 'token_taken'
  | 'scope_missing'
  /** What the account allows a day is used up. */
  | 'used_up'
  | 'not_found'
  | 'refused'
  /** A list that changed, ended early or went round while it was read. */
  | 'not_whole';

/** The account could not be asked, or said no. The message is a sentence for people, without anything secret. */
export class AccountError extends Error {
  override name = 'AccountError';
  readonly code: AccountErrorCode;
  /** The vendor's own number, where there is one. */
  readonly number: number | null;
  /** There was no connection: the account was not asked at all. */
  readonly isUnsent: boolean;

  constructor(code: AccountErrorCode, message: string, number: number | null = null, isUnsent = false) {
    super(message);
    this.code = code;
    this.number = number;
    this.isUnsent = isUnsent;
  }
}
