import type { FactData } from '../escalation';
import { partyName, personName, timeText, type Reader } from './reader';
import type { Tell } from './told';
import { joined, sentence } from './wording';

type AlertFact = 'PageAcknowledged' | 'AlertOpened' | 'AlertRepeated' | 'AlertAcknowledged' | 'AlertCleared';

const sourceName = ({ directory }: Reader, { source }: { readonly source: string }): string =>
  directory.sources?.[source]?.name ?? source;

const times = (count: number): string => (count === 1 ? 'once more' : `${count} times more`);

/** 'Nagios says that it is over before anybody had it: it is closed and counts nowhere.' */
function clearedText(reader: Reader, data: FactData<'AlertCleared'>): string {
  const over = `${sourceName(reader, data)} says that it is over`;
  return data.isUnclaimed ? `${over} before anybody had it: it is closed and counts nowhere.` : `${over}.`;
}

/** What people are told of an alert on the ticket and outside it. */
export const alertTexts = {
  AlertOpened: (reader: Reader, data: FactData<'AlertOpened'>): string => {
    const [first] = data.tell;
    const whose =
      first === undefined ? 'nobody is there for it' : `${sentence(personName(reader, first))} is asked first`;
    return `${sourceName(reader, data)} opened it (${data.severity}): ${whose}.`;
  },
  AlertRepeated: (reader: Reader, data: FactData<'AlertRepeated'>): string =>
    `${sourceName(reader, data)} raised it ${times(data.times)} (${data.severity}).`,
  AlertCleared: (reader: Reader, data: FactData<'AlertCleared'>): string =>
    joined([clearedText(reader, data), data.isUnclaimed ? '' : 'Close it if nothing is left to do.'], ' '),
};

/** What monitoring and pagers told, in a sentence each. */
export const alertTells: { readonly [T in AlertFact]: Tell<T> } = {
  PageAcknowledged: (scene, { by: { person }, data: { party, until } }) => {
    const who =
      person === undefined ? 'Somebody whom the agreement does not know' : sentence(personName(scene, person));
    const quiet =
      party === undefined || until === undefined
        ? ''
        : ` Nobody of ${partyName(scene, party)} is paged again until ${timeText(scene, until)} unless it grows worse.`;
    return `${who} saw the page, which accepts nothing.${quiet}`;
  },
  AlertOpened: (scene, { data }) => `${sourceName(scene, data)} opened it: ${data.severity}.`,
  AlertRepeated: (scene, { data }) => alertTexts.AlertRepeated(scene, data),
  AlertAcknowledged: (scene, { data }) =>
    `Somebody saw the alert in ${sourceName(scene, data)}. Nobody has accepted anything by that.`,
  AlertCleared: (scene, { data }) =>
    data.times > 0
      ? `${clearedText(scene, data)} It was raised ${times(data.times)} before.`
      : clearedText(scene, data),
};
