import { endsAnswers } from './background.ts';
import { plainKeys } from './keyboard-modes.ts';
import { graphemes } from './width.ts';

/**
 * Cuts what a terminal sends into single keys. What comes out is one key, one whole escape sequence or one whole
 * bracketed paste, in a form that means the same wherever reads begin and end.
 */
export interface InputParser {
  /** The chunks that are complete with this text. */
  push(text: string): string[];
  /** The terminal was asked something: until its last answer is there, what begins like one is never taken for keys. */
  expectAnswers(): void;
  /** What the parser waits for more of, if anything. */
  pending(): 'nothing' | 'escape' | 'sequence' | 'paste';
  /** Gives up waiting: the chunks that the pending text stands for. */
  flush(): string[];
}

const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
/** What ends the rest of a torn paste: its end, the next paste, Ctrl+C. */
const TORN_ENDS = [PASTE_END, PASTE_START, '\x03'];
// In the kitty protocol's form Escape and Alt with a character are complete sequences; as bare bytes whoever reads them
// has to wait for what may follow.
const ESCAPE_KEY = '\x1b[27u';
const altKey = (character: string): string => `\x1b[${character.codePointAt(0)};3u`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const sequence = /\x1b(?:\[\[?[0-?]*[ -/]*[@-~]|O[0-9;]*[@-~])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const unfinished = /\x1b(?:\[\[?[0-?]*[ -/]*|O[0-9;]*)?$/y;
// Alt+← and Alt+→ as some terminals send them. With any other key it is Esc and then that key.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const doubled = /\x1b\x1b[[O][CD]/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const unfinishedDoubled = /\x1b\x1b[[O]?$/y;
// Answers of the terminal: OSC, DCS, APC, PM. Nobody typed them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const answer = /\x1b[\]P_^][^\x07\x1b]*(?:\x07|\x1b\\)/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const unfinishedAnswer = /\x1b[\]P_^][^\x07\x1b]*\x1b?$/y;
// A click, in the oldest way: what follows is where, not keys. Nobody asked for it; a program before may have.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const click = /\x1b\[M[^\x00-\x1f]{3}/uy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const unfinishedClick = /\x1b\[M[^\x00-\x1f]{0,2}$/uy;
// The beginning of an answer that was asked for: the background's color, or what the terminal is.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are made of them
const beginningOfAnswer = /^\x1b(?:\[(?:\?[\d;]*)?|\](?:1|11;?[rgb:\da-f/]*\x1b?)?)$/i;
const UNFINISHED_AT_MOST = 4096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are keys
const control = /[\x00-\x1f\x7f]/g;

/**
 * A parser that keeps at most `pasteLimit` characters of one paste and leaves out the rest. `onAnswer` gets what the
 * terminal answers: nobody typed it.
 */
export function createInputParser(
  pasteLimit: number,
  onAnswer: (answer: string) => void = () => {},
): InputParser {
  let rest = '';
  let expecting = false;
  /** An Esc was taken for the key, and may have been the beginning of an answer. */
  let escapeTaken = false;
  /** The parts of an unfinished paste; a paste of many reads is joined once. */
  let paste: string[] | undefined;
  let pasteSize = 0;
  /** A paste was given up waiting for: what still comes of it was never meant as keys. */
  let torn = false;

  const keep = (text: string): void => {
    const kept = text.slice(0, Math.max(0, pasteLimit - pasteSize));
    if (kept === '') return;
    paste?.push(kept);
    pasteSize += kept.length;
  };

  const endPaste = (): string => {
    const text = (paste ?? []).join('').toWellFormed();
    paste = undefined;
    pasteSize = 0;
    return PASTE_START + text + PASTE_END;
  };

  /** Takes paste text up to its end; false when the end is not there yet. */
  const readPaste = (chunks: string[]): boolean => {
    const end = rest.indexOf(PASTE_END);
    if (end >= 0) {
      keep(rest.slice(0, end));
      rest = rest.slice(end + PASTE_END.length);
      chunks.push(endPaste());
      return true;
    }
    // The end mark itself may be cut by the read.
    const held = partial(rest, PASTE_END);
    keep(rest.slice(0, rest.length - held));
    rest = rest.slice(rest.length - held);
    return false;
  };

  /**
   * Drops the rest of a torn paste, up to its end or the next paste; Ctrl+C is a key nevertheless, for its end may never
   * come. False when none of these is there yet.
   */
  const skipTorn = (): boolean => {
    const places = TORN_ENDS.map(end => rest.indexOf(end)).filter(place => place >= 0);
    if (places.length > 0) {
      torn = false;
      rest = rest.slice(Math.min(...places));
      if (rest.startsWith(PASTE_END)) rest = rest.slice(PASTE_END.length);
      return true;
    }
    const held = Math.max(...TORN_ENDS.map(end => partial(rest, end)));
    rest = rest.slice(rest.length - held);
    return false;
  };

  /** What is held is a part of an answer that was asked for, and the rest will come, however late. */
  const isAnswerDue = (): boolean => expecting && !paste && !torn && beginningOfAnswer.test(rest);

  return {
    push(text) {
      rest += expecting && escapeTaken && /^(?:\]|\[\?)/.test(text) ? `\x1b${text}` : text;
      escapeTaken = false;
      const chunks: string[] = [];
      while (rest !== '') {
        if (torn && !skipTorn()) break;
        if (paste) {
          if (!readPaste(chunks)) break;
          continue;
        }
        const [taken, found] = next(rest);
        if (taken === 0) break;
        const [sequence = ''] = found;
        const isLastAnswer = endsAnswers(sequence);
        if (isLastAnswer) expecting = false;
        if (isLastAnswer || found.length === 0) onAnswer(rest.slice(0, taken));
        rest = rest.slice(taken);
        if (isLastAnswer) continue;
        if (sequence === PASTE_START) paste = [];
        else for (const chunk of found) chunks.push(chunk);
      }
      return chunks;
    },
    expectAnswers() {
      expecting = true;
    },
    pending() {
      if (isAnswerDue()) return 'nothing';
      if (torn) return rest === '\x1b' ? 'escape' : 'nothing';
      if (paste) return 'paste';
      if (rest === '') return 'nothing';
      return rest === '\x1b' || rest === '\x1b\x1b' ? 'escape' : 'sequence';
    },
    flush() {
      if (paste) {
        // What is held is the beginning of its end.
        torn = true;
        return [endPaste()];
      }
      if (isAnswerDue()) return [];
      const held = rest;
      rest = '';
      escapeTaken = held === '\x1b';
      if (torn && held !== '\x1b') return [];
      torn = false;
      if (held === '\x1b') return [ESCAPE_KEY];
      if (held === '\x1b\x1b') return [ESCAPE_KEY, ESCAPE_KEY];
      if (held === '\x1b\x1b[' || held === '\x1b\x1bO') return [ESCAPE_KEY];
      // Alt+O looks like the beginning of an arrow key. Any other torn sequence is dropped: its letters are no keys.
      return held === '\x1bO' ? [altKey('O')] : [];
    },
  };
}

/** How many characters at the beginning of `input` are taken, and the chunks they make; 0 means wait for more. */
function next(input: string): [number, string[]] {
  if (input[0] !== '\x1b') {
    const end = input.indexOf('\x1b');
    const text = end < 0 ? input : input.slice(0, end);
    return [text.length, splitText(text)];
  }
  if (input[1] === '\x1b') {
    const alt = matchAt(doubled, input);
    if (alt) return [alt.length, [alt]];
    return matchAt(unfinishedDoubled, input) ? [0, []] : [1, [ESCAPE_KEY]];
  }
  const clicked = matchAt(click, input);
  if (clicked) return [clicked.length, []];
  if (matchAt(unfinishedClick, input)) return [0, []];
  const whole = matchAt(sequence, input);
  if (whole) return [whole.length, plainKeys(whole) ?? [whole]];
  const foreign = matchAt(answer, input);
  if (foreign) return [foreign.length, []];
  // No key is this long: what never ends must not be kept.
  if (matchAt(unfinished, input)) return input.length < UNFINISHED_AT_MOST ? [0, []] : [input.length, []];
  if (input.length < UNFINISHED_AT_MOST && matchAt(unfinishedAnswer, input)) return [0, []];
  return escaped(input);
}

function escaped(input: string): [number, string[]] {
  const character = String.fromCodePoint(input.codePointAt(1)!);
  if (character === '[') return [1, [ESCAPE_KEY]];
  const length = 1 + character.length;
  if (/^[\r\t\x7f\b]$/.test(character)) return [length, [`\x1b${character}`]];
  // Escape and then a control key, pressed one after the other.
  if (character < ' ') return [1, [ESCAPE_KEY]];
  return [length, [altKey(character)]];
}

function matchAt(pattern: RegExp, input: string): string | undefined {
  pattern.lastIndex = 0;
  return pattern.exec(input)?.[0];
}

function splitText(text: string): string[] {
  const chunks: string[] = [];
  let from = 0;
  for (const match of text.matchAll(control)) {
    if (match.index > from) chunks.push(...graphemes(text.slice(from, match.index)));
    chunks.push(match[0]);
    from = match.index + 1;
  }
  if (from < text.length) for (const grapheme of graphemes(text.slice(from))) chunks.push(grapheme);
  return chunks;
}

/** How many characters at the end of `text` are the beginning of `mark`. */
function partial(text: string, mark: string): number {
  for (let length = Math.min(mark.length - 1, text.length); length > 0; length--) {
    if (mark.startsWith(text.slice(text.length - length))) return length;
  }
  return 0;
}
