import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInput } from '../../source/terminal/input.ts';
import { createInputParser } from '../../source/terminal/input-parser.ts';

const ESCAPE = '\x1b[27u';

function parse(...reads: string[]): string[] {
  const parser = createInputParser(1000);
  const chunks = reads.flatMap(read => parser.push(read));
  return parser.pending() === 'nothing' ? chunks : [...chunks, ...parser.flush()];
}

describe('input parser', () => {
  it.each<[string, string[], string[]]>([
    ['keys', ['/silva\r'], ['/', 's', 'i', 'l', 'v', 'a', '\r']],
    ['graphemes', ['é👩‍💻席e\u0301'], ['é', '👩‍💻', '席', 'e\u0301']],
    ['control keys', ['a\x03\r\n\t\x7f\x15'], ['a', '\x03', '\r', '\n', '\t', '\x7f', '\x15']],
    ['arrows', ['\x1b[A\x1bOB\x1b[1;5C'], ['\x1b[A', '\x1bOB', '\x1b[1;5C']],
    ['an arrow in three reads', ['\x1b', '[', 'A'], ['\x1b[A']],
    ['a lone Esc', ['\x1b'], [ESCAPE]],
    ['Esc twice', ['\x1b\x1b'], [ESCAPE, ESCAPE]],
    ['Esc and an arrow', ['\x1b\x1b[A'], [ESCAPE, '\x1b[A']],
    ['Alt with an arrow', ['\x1b\x1b[D\x1b[1;3C'], ['\x1b\x1b[D', '\x1b[1;3C']],
    ['Alt with a letter', ['\x1bb\x1bO'], ['\x1b[98;3u', '\x1b[79;3u']],
    ['Alt with Backspace', ['\x1b\x7f'], ['\x1b\x7f']],
    ['Esc and Ctrl+C', ['\x1b\x03'], [ESCAPE, '\x03']],
    ['a torn sequence', ['a\x1b[1;'], ['a']],
    ['answers of the terminal', ['a\x1b]11;rgb:0/0/0\x1b\\b\x1bP1$r0m\x1b\\c'], ['a', 'b', 'c']],
    [
      'a click, of which x and y are no keys',
      ['a\x1b[M xyb\x1b[<0;9;9Mc\x1b[32;9;9Md'],
      ['a', 'b', '\x1b[<0;9;9M', 'c', '\x1b[32;9;9M', 'd'],
    ],
    ['a click in three reads', ['\x1b[M', ' x', 'yb'], ['b']],
    ['a torn click and a key', ['\x1b[M \x03'], ['\x1b[M', ' ', '\x03']],
    ['the focus', ['\x1b[Ia\x1b[O'], ['\x1b[I', 'a', '\x1b[O']],
    ['a paste', ['a\x1b[200~x\r\ny\x1b[A\x1b[201~b'], ['a', '\x1b[200~x\r\ny\x1b[A\x1b[201~', 'b']],
    ['a paste without end', ['\x1b[200~abc'], ['\x1b[200~abc\x1b[201~']],
    ['an empty paste', ['\x1b[200~\x1b[201~'], ['\x1b[200~\x1b[201~']],
    ['Esc before a paste', ['\x1b\x1b[200~a\x1b[201~'], [ESCAPE, '\x1b[200~a\x1b[201~']],
  ])('%s', (_, reads, chunks) => expect(parse(...reads)).toEqual(chunks));

  describe('while the terminal is to answer', () => {
    const color = '\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\';
    const last = '\x1b[?62;22c';

    /** What comes of reads that are further apart than anybody waits for the rest of a sequence. */
    function slowly(...reads: string[]) {
      const answers: string[] = [];
      const parser = createInputParser(1000, answer => answers.push(answer));
      parser.expectAnswers();
      const chunks = reads.flatMap(read => {
        const found = parser.push(read);
        return parser.pending() === 'nothing' ? found : [...found, ...parser.flush()];
      });
      return { chunks, answers };
    }

    it('joins an answer wherever it is cut, and takes no part of it for a key', () => {
      const text = `a${color}${last}b`;
      for (let cut = 0; cut <= text.length; cut++) {
        const { chunks, answers } = slowly(text.slice(0, cut), text.slice(cut));
        expect(
          chunks.filter(chunk => chunk !== ESCAPE),
          JSON.stringify(text.slice(0, cut)),
        ).toEqual(['a', 'b']);
        expect(answers).toEqual([color, last]);
      }
    });

    it.each<[string, string[], string[]]>([
      ['Esc', ['\x1b', 'j'], [ESCAPE, 'j']],
      ['Alt with a bracket, by one who is never answered', ['\x1b]', 'j', 'k'], ['k']],
      ['an arrow in two reads', ['\x1b[', 'A'], ['\x1b[A']],
      ['keys after the last answer', [`${color}${last}`, '\x1b', ']1'], [ESCAPE, ']', '1']],
    ])('takes for keys what is none: %s', (_, reads, chunks) =>
      expect(slowly(...reads).chunks).toEqual(chunks),
    );
  });

  it('cuts a paste at its limit and goes on after it', () => {
    const [paste, after] = parse(`\x1b[200~${'x'.repeat(800)}`, `${'y'.repeat(5000)}\x1b[201~q`);
    expect(paste).toBe(`\x1b[200~${'x'.repeat(800)}${'y'.repeat(200)}\x1b[201~`);
    expect(after).toBe('q');
  });

  describe('drops what comes of a paste that was given up waiting for', () => {
    const torn = (...reads: string[]) => {
      const parser = createInputParser(1000);
      parser.push('\x1b[200~ana@acme.example\nbru');
      expect(parser.flush()).toEqual(['\x1b[200~ana@acme.example\nbru\x1b[201~']);
      const chunks = reads.flatMap(read => parser.push(read));
      return parser.pending() === 'nothing' ? chunks : [...chunks, ...parser.flush(), ...parser.push('j')];
    };
    it.each<[string, string[], string[]]>([
      ['up to its end', ['no@acme.example\nxy', '\x1b[A\r\x1b[201~q'], ['q']],
      ['up to an end in two reads', ['xy\x1b[20', '1~q'], ['q']],
      ['while no end comes', ['xy', 'xy', 'xy'], []],
      ['up to Ctrl+C', ['xy\x03q'], ['\x03', 'q']],
      ['up to Esc by itself', ['xy', '\x1b'], [ESCAPE, 'j']],
      ['up to the next paste', ['xy\x1b[200~z\x1b[201~q'], ['\x1b[200~z\x1b[201~', 'q']],
    ])('%s', (_, reads, chunks) => expect(torn(...reads)).toEqual(chunks));

    it('where its end was just coming', () => {
      const parser = createInputParser(1000);
      parser.push('\x1b[200~ana\x1b[20');
      expect(parser.flush()).toEqual(['\x1b[200~ana\x1b[201~']);
      expect(parser.push('1~q')).toEqual(['q']);
    });
  });

  it('keeps nothing of a sequence that never ends', () => {
    const parser = createInputParser(1000);
    for (let read = 0; read < 100; read++)
      expect(parser.push(`${read === 0 ? '\x1b[' : ''}${'\x1b[1;'.repeat(20_000)}`)).not.toContain('x');
    expect(parser.push('1'.repeat(5_000)).length + parser.flush().length).toBeLessThan(5_001);
    expect(parser.pending()).toBe('nothing');
  });

  it('gives the same chunks wherever the reads are cut', () => {
    const key = fc.constantFrom(
      'a',
      '席',
      '\r',
      '\x1b[A',
      '\x1bOB',
      '\x1b[3~',
      '\x1bb',
      '\x1b[200~p\x1b[Aq\r\x1b[201~',
      '\x1b[200~\x1b[201~',
      '\x03',
    );
    fc.assert(
      fc.property(fc.array(key), fc.array(fc.nat(80)), (keys, cuts) => {
        const text = keys.join('');
        const places = [0, ...cuts.filter(cut => cut < text.length).sort((a, b) => a - b), text.length];
        const reads = places.slice(1).map((end, index) => text.slice(places[index], end));
        expect(parse(...reads)).toEqual(parse(text));
        expect(parse(text)).toHaveLength(keys.length);
      }),
    );
  });
});

describe('input stream', () => {
  // Turns go on, and time passes only where a test says so.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  /** Until what was written is read and handed over. */
  const turn = async () => {
    for (let part = 0; part < 5; part++) await new Promise(setImmediate);
  };

  function start() {
    const stdin = new PassThrough();
    let ends = 0;
    const input = createInput(stdin as unknown as NodeJS.ReadStream, { onEnd: () => ends++ });
    const chunks: string[] = [];
    const sizes: number[] = [];
    input.on('readable', () => {
      const before = chunks.length;
      for (let chunk = input.read(); chunk !== null; chunk = input.read()) chunks.push(chunk);
      if (chunks.length > before) sizes.push(chunks.length - before);
    });
    return { stdin, input, chunks, sizes, ends: () => ends };
  }

  it('hands over keys of one read one by one, in one turn', async () => {
    const { stdin, chunks, sizes } = start();
    stdin.write('0123456789');
    await turn();
    expect(chunks).toEqual([...'0123456789']);
    expect(sizes).toEqual([10]);
  });

  it('joins characters that reads have cut', async () => {
    const { stdin, chunks } = start();
    const bytes = Buffer.from('席');
    stdin.write(bytes.subarray(0, 1));
    await turn();
    stdin.write(bytes.subarray(1));
    await turn();
    expect(chunks).toEqual(['席']);
  });

  it('holds a lone Esc for 100 ms', async () => {
    const { stdin, chunks } = start();
    stdin.write('\x1b');
    await turn();
    vi.advanceTimersByTime(99);
    await turn();
    expect(chunks).toEqual([]);
    vi.advanceTimersByTime(1);
    await turn();
    expect(chunks).toEqual([ESCAPE]);
  });

  it('takes a large paste in many reads', async () => {
    const { stdin, chunks } = start();
    stdin.write('\x1b[200~');
    for (let part = 0; part < 100; part++) stdin.write('席'.repeat(10_000));
    stdin.write('\x1b[20');
    stdin.write('1~x');
    while (chunks.length < 2) await turn();
    expect(chunks.map(chunk => chunk.length)).toEqual([1_000_012, 1]);
  });

  it('lets no rest of a stalled paste be keys', async () => {
    const { stdin, chunks } = start();
    stdin.write('\x1b[200~abc');
    await turn();
    vi.advanceTimersByTime(1_000);
    stdin.write('xy\r');
    await turn();
    stdin.write('\x1b');
    await turn();
    vi.advanceTimersByTime(100);
    stdin.write('j');
    await turn();
    expect(chunks).toEqual(['\x1b[200~abc\x1b[201~', ESCAPE, 'j']);
  });

  it('says once that stdin has ended', async () => {
    const { stdin, input, ends } = start();
    input.setEncoding('utf8');
    stdin.end();
    await turn();
    expect(ends()).toBe(1);
  });
});
