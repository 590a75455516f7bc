import { useEffect, useState } from 'react';
import type { ActedBy, DeskName, VersionFact } from '../../../src/agreement';
import { clockText } from '../../../src/panel/clockText';
import { wordsOf } from '../../../src/panel/wording';
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

/** How it is known that it was they. */
const knownBy = (known: ActedBy, desk: DeskName): string => {
  if (known === 'note') return 'Known by their own private note.';
  return known === 'platform' ? `Known by ${wordsOf(desk).desk} itself.` : 'As the browser claimed.';
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
        {open}. “{reason}” {fact.known && <span className="baton-muted">{knownBy(fact.known, view.desk)}</span>}
      </p>
      {fact.type === 'Drafted' && (
        <Disclosure label={`What changed (${fact.changes.length})`} isOpen={isOpen} onToggle={() => setOpen(!isOpen)}>
          <Changes changes={fact.changes} none="Nothing." />
        </Disclosure>
      )}
    </li>
  );
}
