import { constants } from 'node:os';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { Box, render, Text, usePaste } from 'ink';
import TextInput from 'ink-text-input';
import { detectColorDepth } from '../../terminal/color-depth.ts';
import { visible } from '../../terminal/escape.ts';
import { createInput, type InkInput } from '../../terminal/input.ts';
import { setColorLevel } from '../../theme/theme.ts';
import type { Io } from '../shell/io.ts';
import { Interrupted } from '../shell/leaving.ts';
import { say } from '../shell/messages.ts';
import { Refusal } from '../shell/refusal.ts';
import { promptKeys, step } from './prompt-keys.ts';

export interface Question {
  label: string;
  /** What answers look like; shown while it is asked. */
  hint?: string;
  /** The answer of who only presses Enter. */
  default?: string;
  /** What is wrong with an answer, as a sentence; else null. */
  check(answer: string): string | null;
  /** Drawn in place of each letter of a secret. */
  mask?: string;
}

const escapeKey = '\x1b[27u';
const interruptKey = '\x03';

type Questions = { readonly [name: string]: Question };
type Answers<Asked> = { [Name in keyof Asked]: string };

/**
 * Asks one question after the other, on stderr, of somebody at a terminal. Resolves with answers that the checks found
 * nothing wrong with, by the names of the questions. Esc throws Refusal, Ctrl+C Interrupted, and `whenLeft` is said. A
 * terminal that goes away ends the process by SIGHUP.
 */
export async function ask<Asked extends Questions>(
  asked: Asked,
  io: Io,
  whenLeft: string,
): Promise<Answers<Asked>> {
  const names = Object.keys(asked);
  const questions = names.map(name => asked[name]!);
  setColorLevel(detectColorDepth(io.env));
  const input = createInput(io.stdin, { onEnd: () => process.kill(process.pid, 'SIGHUP') });
  // Ink does it once the first frame is there, and what is typed meanwhile would be drawn beside it.
  input.setRawMode(true);
  const typed = fieldInput(input);
  const answers: string[] = [];
  let value = '';
  let cursor = 0;
  let problem: string | null = null;
  let left = false;

  const prompt = () => (
    <Prompt
      questions={questions}
      {...{ answers, value, problem, left, onSubmit }}
      onChange={next => {
        value = next;
        problem = null;
        draw();
      }}
    />
  );
  const draw = () => screen.rerender(prompt());
  const onSubmit = () => {
    const question = questions[answers.length]!;
    const answer = value.trim() === '' ? (question.default ?? value) : value;
    problem = question.check(answer);
    if (problem === null) {
      answers.push(answer);
      value = '';
      cursor = 0;
    }
    draw();
  };
  const screen = render(prompt(), {
    // Ink uses of it only what it has.
    stdin: typed as unknown as NodeJS.ReadStream,
    stdout: io.stderr,
    interactive: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  try {
    // Until then nobody reads what is pushed.
    await screen.waitUntilRenderFlush();
    for await (const chunk of input as AsyncIterable<string>) {
      left = chunk === escapeKey || chunk === interruptKey;
      if (left) {
        draw();
        screen.unmount();
        if (chunk === escapeKey) throw new Refusal(whenLeft);
        say(io, whenLeft);
        throw new Interrupted(128 + constants.signals.SIGINT);
      }
      for (const key of promptKeys(chunk, value.slice(0, cursor), value.slice(cursor))) {
        cursor += step(key);
        typed.push(key);
        // The field knows what a key did to it when it is drawn; the next one would otherwise undo that.
        await turn();
      }
      if (answers.length === questions.length) break;
    }
  } finally {
    screen.unmount();
    input.setRawMode(false);
    input.destroy();
  }
  return Object.fromEntries(names.map((name, index) => [name, answers[index]!])) as Answers<Asked>;
}

/** Ink's stdin, for keys that are pushed one at a time, as strings; raw mode is that of `input`. */
function fieldInput(input: InkInput) {
  const stream = new Readable({ objectMode: true, read() {} });
  const none = () => stream;
  return Object.assign(stream, {
    ...{ isTTY: true, ref: none, unref: none, setEncoding: none },
    setRawMode: (on: boolean) => input.setRawMode(on),
  });
}

interface PromptProps {
  questions: readonly Question[];
  answers: readonly string[];
  value: string;
  problem: string | null;
  left: boolean;
  onChange(value: string): void;
  onSubmit(): void;
}

/** What was answered, the question that is asked, and what is wrong with its answer. */
function Prompt({ questions, answers, value, problem, left, onChange, onSubmit }: PromptProps) {
  // Has Ink switch bracketed paste on and off; pastes come to the field as text.
  usePaste(() => {});
  const question = questions[answers.length];
  return (
    <Box flexDirection="column">
      {answers.map((answer, index) => {
        const { label, mask } = questions[index]!;
        return (
          <Text key={label}>
            {label}: {mask ? mask.repeat(answer.length) : visible(answer.trim())}
          </Text>
        );
      })}
      {question && (
        <Text>
          {question.label}
          <Text dimColor>
            {question.hint !== undefined && ` (${question.hint})`}
            {question.default !== undefined && ` [${question.default}]`}
          </Text>
          {': '}
          <TextInput
            key={question.label}
            {...{ value, onChange, onSubmit, focus: !left }}
            {...(question.mask && { mask: question.mask })}
          />
        </Text>
      )}
      {problem && !left && <Text>{visible(problem)}</Text>}
    </Box>
  );
}
