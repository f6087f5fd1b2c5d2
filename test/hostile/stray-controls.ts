/** Taking the screen and giving it back, whole: a part of it by itself is nobody's. */
const taken = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[>0u\x1b[>4;0m\x1b[?9001s\x1b[?9001l';
const given = '\x1b[?2026l\x1b[?9001r\x1b[>4m\x1b[<u\x1b[m\x1b[r\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h';
const cleared = '\x1b[?25l\x1b[?7l\x1b[20l\x1b[r\x1b[m\x1b[H\x1b[2J';

const literally = (text: string) => text.replaceAll(/[[\]?]/g, '\\$&');
const sgr =
  '\x1b\\[(?:(?:0|[1-479]|2[2-479]|[39][0-7]|[34]9|4[0-7]|10[0-7]|[34]8;5;\\d+|[34]8;2;\\d+;\\d+;\\d+)(?:;|(?=m)))*m';
/** Cursor to a cell and by some, lines in and out, margins, erasing to the right. */
const pen =
  '\x1b\\[(?:[1-9]\\d*(?:;[1-9]\\d*)?H|[1-9]\\d*[GX]|[1-9]?\\d*[ABCDLM]|(?:[1-9]\\d*;[1-9]\\d*)?r|K)|\x1bM';

/** What a frame is made of, between the beginning and the end of its update. */
const inFrames = new RegExp(`^${literally(cleared)}|${sgr}|${pen}|\r|\v|\b`, 'g');
const frame = new RegExp(`${literally('\x1b[?2026h')}(.*?)${literally('\x1b[?2026l')}`, 'gs');
/** What stands between frames: a question, the clipboard, also wrapped for tmux, and what is said of a long start. */
const copied = '\x1b\\]52;c;[A-Za-z0-9+/]*=*\x07';
const wrapped = '\x1bPtmux;\x1b\x1b\\]52;c;[A-Za-z0-9+/]*=*\x07\x1b\\\\';
/** What the background is, and what the terminal is. */
const asked = '\x1b\\]11;\\?\x1b\\\\\x1b\\[c';
/** A line that is written over. */
const rewritten = '\r\x1b\\[K';
const betweenFrames = new RegExp(
  `${literally(taken)}|${literally(given)}|${asked}|${copied}|${wrapped}|${rewritten}|\r\n`,
  'g',
);
/** A command's progress, the dimmed titles of its tables, and line ends. */
const dimmed = '\x1b\\[2m(?=[^\x1b]*\x1b\\[22m)|\x1b\\[22m';
const ofCommands = new RegExp(`${rewritten}|${dimmed}|\r\n`, 'g');

/** What the screen wrote to the terminal that is neither text that can be seen nor a sequence of its own. */
export function strayControls(raw: string): string[] {
  let frames = '';
  const between = raw.replace(frame, (_, drawn: string) => {
    frames += drawn.replace(inFrames, '');
    return '';
  });
  return [...unseen(frames), ...unseen(between.replace(betweenFrames, ''))];
}

/** The same of a command that shows no screen. */
export function strayControlsOfCommand(raw: string): string[] {
  return unseen(raw.replace(ofCommands, ''));
}

/** What a terminal obeys, or a person does not see, with some of the text around it. */
export function unseen(text: string): string[] {
  return text.match(/.{0,20}[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff].{0,20}/gsu) ?? [];
}
