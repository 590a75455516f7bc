import type { Section } from './section';

interface SectionSwitchProps {
  /** What it switches, for who cannot see it. */
  readonly label: string;
  readonly sections: readonly Pick<Section, 'id' | 'title'>[];
  readonly shown: string;
  readonly onShow: (id: string) => void;
}

/** One of several sections: plain buttons that wrap, since a row of tabs does not fit into 300 px. */
export const SectionSwitch = ({ label, sections, shown, onShow }: SectionSwitchProps) => (
  <nav aria-label={label} className="baton-sections">
    {sections.map(({ id, title }) => (
      <button key={id} type="button" aria-current={id === shown ? 'page' : undefined} onClick={() => onShow(id)}>
        {title}
      </button>
    ))}
  </nav>
);
