import type {
  AgreementDocument,
  AgreementRight,
  Author,
  Change,
  DeskName,
  OpenOnes,
  Signer,
  Version,
} from '../agreement';
import type { Reach } from './reach';

/** Who looks at the settings, as the backend established it. */
export interface SettingsViewer {
  /** Their name; that of their account where the agreement does not know them. */
  readonly name: string;
  /** Who they are in the agreement in force; absent where they are nobody in it. */
  readonly signer?: Signer;
  /** Whether the desk calls them its administrator. */
  readonly isAdmin: boolean;
  /** Whether they begin: an administrator, or whom one named, while nothing is in force. */
  readonly isBeginning: boolean;
  /** What they may do with this agreement. */
  readonly may: Readonly<Record<AgreementRight, boolean>>;
}

/** One version as people speak of it. */
export interface VersionView extends Omit<Version, 'stage'> {
  readonly stage: Version['stage'] | 'active' | 'retired';
  /** From when it counts or counted, epoch ms; the last time where it did more than once. */
  readonly from?: number;
  /** What became of open escalations when it began to count. */
  readonly open?: OpenOnes;
}

/** How far what is open has moved. */
export interface MovingView {
  /** Who chose it, and when (epoch ms). */
  readonly by: Author;
  readonly at: number;
  readonly moved: number;
  /** They keep the version they began with: the new one has no cell for them. */
  readonly kept: number;
  readonly isDone: boolean;
}

/** Where an agreement stands, for one viewer. */
export interface SettingsView {
  readonly desk: DeskName;
  /** Epoch ms. */
  readonly now: number;
  /** IANA zone in which instants are told. */
  readonly timeZone: string;
  readonly viewer: SettingsViewer;
  /** How far what is in force goes; absent where nothing is. */
  readonly reach?: Reach;
  /** How many facts the versions are made of; goes with every act, so that nobody overwrites what they did not see. */
  readonly revision: number;
  /** What is open goes on under the version in force: how far that is, and whether it is done. */
  readonly moving?: MovingView;
  /** Newest first. */
  readonly versions: readonly VersionView[];
  /** Names by agreement id, and by native id after the desk's name, of everybody a version or fact names. */
  readonly names: Readonly<Record<string, string>>;
}

/** A text beside what it is a version of. */
export interface VersionText {
  readonly version: number;
  readonly document: AgreementDocument;
}

/** What takes effect only when the person has written the code themself, where the desk vouches for who writes. */
export interface Confirming {
  readonly code: string;
  /** The ticket on which to write it, as a private note. */
  readonly ticket: string;
}

/** Why something was not done, and what to do instead. */
export interface SettingsRefusal {
  readonly ok: false;
  readonly code: string;
  readonly sentence: string;
  readonly remedy: string;
  /** What somebody else has changed meanwhile. */
  readonly changes?: readonly Change[];
  /** Where the agreement stands by now. */
  readonly view?: SettingsView;
  /** What keeps the text from being used. */
  readonly mistakes?: readonly { readonly path: string; readonly message: string }[];
}
