import { useCallback, useState } from 'react';
import type { DeskPerson, SetupTold } from '../../../src/settings';
import { Unreachable } from '../../bridge';
import type { SectionProps } from '../section';
import type { SettingsAsk } from '../settingsBridge';
import type { KnownDesk } from './setupProps';

const troubleOf = (cause: unknown): string => {
  const { sentence, remedy } = cause instanceof Unreachable ? cause : new Unreachable();
  return `${sentence} ${remedy}`;
};

/** What the desk tells the setup, asked when it is needed. What it told before stays when a later question fails. */
export function useDesk({ ask, draft }: Pick<SectionProps, 'ask' | 'draft'>) {
  const [known, setKnown] = useState<KnownDesk>({});
  const learn = (more: KnownDesk): void => setKnown(({ trouble: _, ...before }) => ({ ...before, ...more }));
  const told = useCallback(
    async (request: SettingsAsk): Promise<SetupTold | undefined> => {
      try {
        const answer = await ask(request);
        if (answer.ok) return answer.told;
        learn({ trouble: `${answer.sentence} ${answer.remedy}` });
      } catch (cause) {
        learn({ trouble: troubleOf(cause) });
      }
      return undefined;
    },
    [ask],
  );
  const names = [...Object.keys(draft.channels ?? {}), ...Object.keys(draft.sources ?? {})];
  const refresh = async (): Promise<void> => {
    const answer = await told({ type: 'desk', names });
    if (answer?.desk) learn({ view: answer.desk, entered: new Set(answer.entered) });
  };
  const readPeople = async (groups: readonly string[]): Promise<readonly DeskPerson[] | undefined> => {
    const people = (await told({ type: 'people', groups: [...groups] }))?.people;
    if (people) learn({ people });
    return people;
  };
  const onEntered = (channel: string): void =>
    setKnown(before => ({ ...before, entered: new Set([...(before.entered ?? []), channel]) }));
  return { known, refresh, readPeople, onEntered };
}
