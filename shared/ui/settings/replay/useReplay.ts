import { useEffect, useRef, useState } from 'react';
import { LogError, readHead, type Desk } from '../../../log';
import { AgreementError } from '../../../src/failures';
import { MappingError, proposeMapping, type LogHead } from '../../../src/replay';
import { replayInPage, type PageReport, type Progress } from './pageReplay';
import { ChoiceError, planOf, type Choices, type Documents } from './replayChoices';

/** A file that was chosen, and how it begins. */
export interface Chosen {
  readonly file: File;
  readonly head: LogHead;
}

/** What is wrong, and each mistake where there are several. */
export interface Trouble {
  readonly sentence: string;
  readonly mistakes: readonly string[];
}

/** Where somebody is with the replay of a file: at its choice, at what it means, waiting, or reading the report. */
export type ReplayState =
  | { readonly is: 'empty'; readonly trouble?: Trouble }
  | { readonly is: 'choosing'; readonly chosen: Chosen; readonly choices: Choices; readonly trouble?: Trouble }
  | { readonly is: 'running'; readonly chosen: Chosen; readonly choices: Choices; readonly progress: Progress }
  | { readonly is: 'told'; readonly chosen: Chosen; readonly choices: Choices; readonly report: PageReport };

/** Enough of a file to know what it is. */
const HEAD = 256 * 1024;

const unforeseen: Trouble = { sentence: 'The file could not be replayed. Choose it once more.', mistakes: [] };

/** What went wrong, in words that help. */
function troubleOf(error: unknown): Trouble {
  if (error instanceof MappingError) return { sentence: 'The mapping cannot be used yet', mistakes: error.mistakes };
  if (error instanceof AgreementError) {
    const mistakes = error.violations.map(({ path, message }) => `${path}: ${message}`);
    return { sentence: 'That agreement cannot be used yet', mistakes };
  }
  if (error instanceof LogError || error instanceof ChoiceError) return { sentence: error.message, mistakes: [] };
  return unforeseen;
}

const firstChoices = ({ head }: Chosen, documents: Documents): Choices => ({
  ...{ mapping: proposeMapping(head), agreement: documents['in force'] ? 'in force' : 'nothing', against: 'nothing' },
  ...{ from: '', to: '' },
});

async function chosenOf(file: File, form?: Desk): Promise<Chosen> {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  return { file, head: readHead(bytes, bytes.length === file.size, form) };
}

/** The replay of a file from its choice to its report; nothing of it outlives the page. */
export function useReplay(documents: Documents) {
  const [state, setState] = useState<ReplayState>({ is: 'empty' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const choose = async (file: File, form?: Desk): Promise<void> => {
    running.current?.abort();
    try {
      const chosen = await chosenOf(file, form);
      setState({ is: 'choosing', chosen, choices: firstChoices(chosen, documents) });
    } catch (error) {
      setState({ is: 'empty', trouble: troubleOf(error) });
    }
  };

  const run = async (chosen: Chosen, choices: Choices): Promise<void> => {
    const controller = (running.current = new AbortController());
    const { signal } = controller;
    const show = (next: ReplayState): void => void (signal.aborted || setState(next));
    const progress = (now: Progress): void => show({ is: 'running', chosen, choices, progress: now });
    try {
      const plan = planOf(choices, documents);
      progress({ doing: 'reading', done: 0, of: chosen.file.size });
      const report = await replayInPage(chosen.file, plan, { signal, progress });
      show({ is: 'told', chosen, choices, report });
    } catch (error) {
      show({ is: 'choosing', chosen, choices, trouble: troubleOf(error) });
    }
  };

  const back = (): void => {
    running.current?.abort();
    if (state.is !== 'empty') setState({ is: 'choosing', chosen: state.chosen, choices: state.choices });
  };

  return {
    state,
    choose: (file: File): void => void choose(file),
    /** The same file, as something else than was guessed. */
    readAs: (form: Desk): void => void (state.is === 'choosing' && choose(state.chosen.file, form)),
    change: (choices: Choices): void => void (state.is === 'choosing' && setState({ ...state, choices })),
    run: (): void => void (state.is === 'choosing' && run(state.chosen, state.choices)),
    /** To what the file means, whether it is being read or was. */
    back,
  };
}
