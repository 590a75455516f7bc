import { useEffect, useState } from 'react';
import type { VersionFact } from '../../../src/agreement';
import { clockText } from '../../../src/panel/clockText';
import type { NumberedFact, SettingsRefusal } from '../../../src/settings';
import { useKit } from '../../kit';
import { Changes } from '../Changes';
import { Refused } from '../Refused';
import type { SectionProps } from '../section';
import { authorName } from '../versions/versionWords';

const happened: Readonly<Record<VersionFact['type'], string>> = {
  Drafted: 'wrote',
  Proposed: 'proposed',
  SentBack: 'sent back',
  Approved: 'approved',
  Activated: 'made count',
  RolledBack: 'rolled back to',
  Adopted: 'took over',
  OpenMoved: 'moved what was open to',
};

/** Who changed what, when and why, newest first. */
export function AuditLog({ view, ask }: SectionProps) {
  const { Button } = useKit();
  const [facts, setFacts] = useState<readonly NumberedFact[]>([]);
  const [refusal, setRefusal] = useState<SettingsRefusal>();
  const { revision } = view;

  const read = (before?: number): void => {
    void ask({ type: 'audit', ...(before === undefined ? {} : { before }) })
      .then(answer => {
        if (!answer.ok) return setRefusal(answer);
        return setFacts(known => (before === undefined ? [] : known).concat(answer.facts ?? []));
      })
      .catch(() => undefined);
  };
  useEffect(() => read(), [revision]);

  const oldest = facts.at(-1)?.revision ?? 1;
  return (
    <>
      {refusal && <Refused refusal={refusal} />}
      {!refusal && revision === 0 && (
        <p className="baton-muted">Nothing has happened yet. Whatever changes will stand here.</p>
      )}
      <ol className="baton-audit">
        {facts.map(each => (
          <Entry key={each.revision} fact={each.fact} view={view} />
        ))}
      </ol>
      {oldest > 1 && <Button label="Earlier" emphasis="default" onPress={() => read(oldest)} />}
    </>
  );
}

function Entry({ fact, view }: { readonly fact: VersionFact; readonly view: SectionProps['view'] }) {
  const { Disclosure } = useKit();
  const [isOpen, setOpen] = useState(false);
  const { at, by, reason, version } = fact;
  const when = at === 0 ? 'Earlier' : clockText(at, view.timeZone, view.now);
  const from = fact.type === 'Activated' ? `, from ${clockText(fact.from, view.timeZone, view.now)}` : '';
  const open = 'open' in fact && fact.open === 'move' ? '; what was open moved with it' : '';
  return (
    <li>
      <p>
        {when}: <strong>{authorName(view, by)}</strong> {happened[fact.type]} version {version}
        {from}
        {open}. “{reason}”
      </p>
      {fact.type === 'Drafted' && (
        <Disclosure label={`What changed (${fact.changes.length})`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <Changes changes={fact.changes} none="Nothing." />
        </Disclosure>
      )}
    </li>
  );
}
