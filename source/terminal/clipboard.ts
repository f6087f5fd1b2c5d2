/**
 * The sequence that puts `text` on the clipboard of the terminal (OSC 52), on whatever host that is. Terminals limit its
 * length, some to 100,000 bytes.
 */
export function clipboardSequence(text: string, env: Record<string, string | undefined>): string {
  const sequence = `\x1b]52;c;${Buffer.from(text.toWellFormed()).toString('base64')}\x07`;
  if (!env.TMUX && !/^tmux/.test(env.TERM ?? '')) return sequence;
  // tmux takes the one itself where `set-clipboard` is on, and hands the other through where `allow-passthrough` is.
  return `${sequence}\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\`;
}
