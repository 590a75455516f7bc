import './panel.css';

/** The door to the screens: a desk gives a {@link Kit} and a {@link Bridge}, and mounts a {@link Panel}. */
export { Panel, PanelSkeleton } from './panel/Panel';
export { KitProvider, useKit } from './kit';
export type {
  BannerProps,
  ButtonProps,
  DisclosureProps,
  FieldProps,
  Kit,
  LozengeProps,
  SelectProps,
  TextAreaProps,
  TextFieldProps,
} from './kit';
export { browserDrafts, Unreachable } from './bridge';
export type { Bridge, DraftStore, PanelAsk } from './bridge';
export { PlainBanner } from './plain/PlainBanner';
export { PlainDisclosure } from './plain/PlainDisclosure';
export { PlainField, PlainSelect, type FieldWiring } from './plain/PlainField';
export { signs } from './plain/signs';
export type { PanelAnswer, PanelRequest } from '../src/panel/protocol';
export type { Tone } from '../src/panel/view';
