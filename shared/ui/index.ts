import './panel.css';

/** The door to the screens: a desk gives a {@link Kit} and a {@link Bridge}, and mounts a {@link Panel} or a {@link List}. */
export { ListSkeleton } from './list/List';
export { OwnPage } from './OwnPage';
export type { ListAsk, ListBridge } from './list/listBridge';
export { Panel, PanelSkeleton } from './panel/Panel';
export { Settings, SettingsSkeleton } from './settings/Settings';
export type { SettingsAsk, SettingsBridge } from './settings/settingsBridge';
export type { SettingsAnswer, SettingsRequest } from '../src/settings';
export { KitProvider, useKit } from './kit';
export type {
  BannerProps,
  ButtonProps,
  CheckboxProps,
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
export { PlainCheckbox } from './plain/PlainCheckbox';
export { PlainDisclosure } from './plain/PlainDisclosure';
export { PlainField, PlainSelect, type FieldWiring } from './plain/PlainField';
export { signs } from './plain/signs';
export type { ListAnswer, ListRequest } from '../src/panel/listProtocol';
export type { ListRowView } from '../src/panel/listView';
export type { PanelAnswer, PanelRequest } from '../src/panel/protocol';
export type { Tone } from '../src/panel/view';
