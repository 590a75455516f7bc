import { useEffect, useState } from 'react';
import { changesBetween, type AgreementDocument } from '../../../src/agreement';
import type { SettingsRefusal } from '../../../src/settings';
import { useKit } from '../../kit';
import { Changes } from '../Changes';
import { Refused } from '../Refused';
import type { SectionProps } from '../section';

/** What stands for the text as it is typed. */
const TYPED = 'typed';

type Texts = Readonly<Record<string, AgreementDocument>>;

/** Two versions side by side, in words. */
export function Compare({ view, draft, ask }: SectionProps) {
  const { Select } = useKit();
  const numbers = view.versions.map(({ number }) => String(number));
  const active = view.versions.find(({ stage }) => stage === 'active');
  const [before, setBefore] = useState(String(active?.number ?? numbers[0] ?? TYPED));
  const [after, setAfter] = useState(TYPED);
  const [texts, setTexts] = useState<Texts>({});
  const [refusal, setRefusal] = useState<SettingsRefusal>();

  useEffect(() => {
    for (const number of [before, after]) {
      if (number === TYPED || texts[number]) continue;
      void ask({ type: 'text', version: Number(number) })
        .then(answer => {
          if (!answer.ok) setRefusal(answer);
          else if (answer.text) setTexts(known => ({ ...known, [number]: answer.text!.document }));
        })
        .catch(() => undefined);
    }
  }, [before, after, ask, texts]);

  const choices = [
    { value: TYPED, label: 'What is on this page' },
    ...numbers.map(number => ({ value: number, label: `Version ${number}` })),
  ];
  const textOf = (which: string): AgreementDocument | undefined => (which === TYPED ? draft : texts[which]);
  const [was, is] = [textOf(before), textOf(after)];
  return (
    <>
      <Select name="before" label="From" value={before} choices={choices} onChange={setBefore} />
      <Select name="after" label="To" value={after} choices={choices} onChange={setAfter} />
      {refusal && <Refused refusal={refusal} />}
      {was && is && (
        <Changes changes={changesBetween(was, is)} none="Both say the same." document={{ ...was, ...is }} />
      )}
    </>
  );
}
