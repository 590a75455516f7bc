import { filledTemplate, templateFor, type Template, type TemplateVariable } from '../agreement';
import { spokesperson } from '../escalation';
import { clockText } from './clockText';
import { fullName, partyName, placeText, teamName } from './reader';
import type { Scene } from './scene';

/** Whom a text speaks to: their readers' time, and what people call the ticket. */
interface Said {
  readonly scene: Scene;
  readonly label: string;
}

/** In the client's time, with its day, since nobody knows when a message is read. */
function dueText({ directory, reading }: Scene): string {
  const { timeZone } = directory.parties.client;
  // Seen from long ago, so that the date is always named.
  return `${clockText(reading.dueAt, timeZone, 0)} (${timeZone.replaceAll('_', ' ')})`;
}

const inTheTicket = '(in the ticket)';

/** What each variable stands for. What a person wrote is never part of a message: it stands in the ticket. */
function valuesOf({ scene, label }: Said): Readonly<Record<TemplateVariable, string>> {
  const { state, holder } = scene;
  const speaker = spokesperson(scene, state);
  return {
    ticket: label,
    party: partyName(scene, holder.party),
    priority: String(state.terms.priority),
    due: dueText(scene),
    spokesperson: speaker.person === undefined ? partyName(scene, speaker.party) : fullName(scene, speaker.person),
    holder: placeText(scene, holder),
    team: teamName(scene, holder),
    ...{ diagnosis: inTheTicket, actions: inTheTicket, evidence: inTheTicket, 'next action': inTheTicket },
    ...{ reason: inTheTicket, guidance: inTheTicket, bridge: inTheTicket },
  };
}

/** An agreed text as its readers get it; undefined where none was agreed for them and this stage. */
export function templateText(said: Said, stage: Template['stage'], audience: Template['audience']): string | undefined {
  const template = templateFor(said.scene.directory.templates, stage, audience);
  return template && filledTemplate(template.body, valuesOf(said));
}
