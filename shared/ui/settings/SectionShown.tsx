import { useEffect, useState, type ComponentType } from 'react';
import { useKit } from '../kit';
import { Waiting } from '../panel/Waiting';
import type { Section, SectionProps } from './section';

type Loaded = { readonly is: ComponentType<SectionProps> } | 'failed' | undefined;

/** One section, fetched when it is opened first; a fetch that fails can be tried again. */
export function SectionShown({ section, ...props }: SectionProps & { readonly section: Section }) {
  const { Banner, Button } = useKit();
  const [loaded, setLoaded] = useState<Loaded>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isHere = true;
    section.load().then(
      is => isHere && setLoaded({ is }),
      () => isHere && setLoaded('failed'),
    );
    return () => {
      isHere = false;
    };
  }, [section, tries]);
  if (loaded === undefined) return <Waiting />;
  if (loaded === 'failed') {
    return (
      <Banner tone="warning" title="This section could not be loaded">
        <Button label="Try again" emphasis="default" onPress={() => setTries(tries + 1)} />
      </Banner>
    );
  }
  const Shown = loaded.is;
  return (
    <section aria-label={section.title} className="baton-section">
      <h2 className="baton-unseen">{section.title}</h2>
      <p className="baton-purpose">{section.purpose}</p>
      <Shown {...props} />
    </section>
  );
}
