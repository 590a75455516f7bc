import type { AgreementDocument } from '../../../src/agreement';
import type { DeskPerson, DeskView, SetupPlace } from '../../../src/settings';
import type { SectionProps } from '../section';

/** What the setup knows of its desk, as far as it was asked. */
export interface KnownDesk {
  readonly view?: DeskView;
  readonly people?: readonly DeskPerson[];
  readonly entered?: ReadonlySet<string>;
  /** Why the last question had no answer, and what to do. */
  readonly trouble?: string;
}

/** What each part of the setup is given. */
export interface SetupProps extends Pick<
  SectionProps,
  'draft' | 'problems' | 'isEditable' | 'onChange' | 'ask' | 'view' | 'addressOf'
> {
  readonly known: KnownDesk;
  /** No agreement is in force yet: what Baton proposes may still be moved. */
  readonly isFirst: boolean;
  /** Asks the desk again. */
  readonly refresh: () => Promise<void>;
  /** Asks who is in these native groups. */
  readonly readPeople: (groups: readonly string[]) => Promise<readonly DeskPerson[] | undefined>;
  readonly onEntered: (channel: string) => void;
  readonly go: (place: SetupPlace) => void;
}

/** The two sides by their names, or by what they are while nobody has named them. */
export const sideNames = ({ parties }: AgreementDocument): Readonly<Record<'msp' | 'client', string>> => ({
  msp: parties.msp.name || 'the provider',
  client: parties.client.name || 'internal IT',
});
