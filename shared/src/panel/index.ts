export { cardOf, type Card, type CardInput, type TicketLink } from './card';
export { massQuestion } from './massQuestion';
export { tellingText } from './tellingText';
export { refusedAnswer } from './answer';
export { failureSentence } from './failureSentence';
export { answerPanel, failed } from './backend';
export { clockText, isoText, shortClock } from './clockText';
export { readDeadline, type TypedDeadline } from './deadline';
export { askFormView } from './askForm';
export type { AskFormInput } from './askFormInput';
export { formView, type FormInput, type PreviousPacket } from './formView';
export type { DeskHealth, Refusals } from './health';
export type * from './healthView';
export { answerList } from './listBackend';
export type { ListDesk } from './listDesk';
export { listRequestSchema, type ListAnswer, type ListRequest } from './listProtocol';
export type { TicketLabel } from './listRows';
export type * from './listView';
export type { Draft, PanelDesk, Viewer } from './panelDesk';
export { loudest, stateWord } from './lozenges';
export { panelView, type PanelInput } from './panelView';
export { formFieldsSchema, panelRequestSchema } from './protocol';
export type * from './protocol';
export type { PanelViewer } from './reader';
export { conditionTones, waitingTones } from './tone';
export type * from './view';
export {
  countdownText,
  durationText as spokenDuration,
  inWordsOf,
  packetLabels,
  wordsOf,
  type DeskWords,
} from './wording';
