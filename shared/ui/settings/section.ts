import type { ComponentType } from 'react';
import type { AgreementDocument } from '../../src/agreement';
import type { Violation } from '../../src/failures';
import type { SettingsAnswer, SettingsView } from '../../src/settings';
import type { SettingsAsk } from './settingsBridge';

/** What every section of the settings is given: the text that is being edited, and the way to change and to ask. */
export interface SectionProps {
  /** The text as it is typed; the server has seen none of it before it is saved. */
  readonly draft: AgreementDocument;
  /** The text in force, once it is known; absent while nothing is. */
  readonly inForce: AgreementDocument | undefined;
  /** What keeps it from being used. */
  readonly problems: readonly Violation[];
  /** Whether this person may change this text now. */
  readonly isEditable: boolean;
  onChange(draft: AgreementDocument): void;
  /** Rejects with `Unreachable` when no answer came. */
  ask(request: SettingsAsk): Promise<SettingsAnswer>;
  /** Where a ticket of that key is on this desk; undefined where it cannot be one of its keys. */
  addressOf(key: string): string | undefined;
  /** Where the agreement stands; changes with every answer. */
  readonly view: SettingsView;
}

/** A section of the settings, loaded when it is opened first. */
export interface Section {
  /** Names it in the page's address. */
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  readonly load: () => Promise<ComponentType<SectionProps>>;
}
