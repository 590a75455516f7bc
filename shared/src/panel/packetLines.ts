import { crossingTo, packetLabels, type Crossing, type PacketField, type Placement } from '../agreement';
import { hoursOf, type Offered } from '../escalation';
import { isOpenAt, type Calendar } from '../time';
import { bothZones, timeText } from './reader';
import { lostText, newest, textOf, type Scene } from './scene';
import type { PacketLine } from './view';
import { joined } from './wording';

/** Whether an instant lies inside somebody's hours; closing time still does. */
export const isInside = (hours: Calendar, at: number): boolean => isOpenAt(hours, at) || isOpenAt(hours, at - 1);

interface Packet {
  readonly handoff: string;
  readonly crossing: Crossing;
  readonly deadline: number;
  readonly receiver: Placement;
  readonly texts: Readonly<Record<string, string>>;
  readonly reason?: string;
}

const ORDER: readonly (PacketField | 'extra')[] = [
  'nextAction',
  'deadline',
  'diagnosis',
  'actions',
  'evidence',
  'extra',
];

function deadlineNote(scene: Scene, { receiver, deadline }: Packet): string {
  const isOwn = scene.party === receiver.party;
  const where = isInside(hoursOf(scene.state.terms, receiver.party, receiver.team), deadline) ? 'inside' : 'outside';
  const away = bothZones(scene, deadline, scene.party === undefined ? receiver.party : undefined);
  const other = away.slice(timeText(scene, deadline).length).replace(/^ · /, '');
  return joined([`${where} ${isOwn ? 'your' : 'their'} hours`, other]);
}

function extraLines(scene: Scene, packet: Packet): PacketLine[] {
  const { extra } = scene.state.terms.boundaries[packet.crossing].packet;
  return extra.flatMap(({ id, label }) => {
    const hash = packet.texts[id];
    return hash === undefined ? [] : [{ label, text: textOf(scene, hash) ?? lostText(scene, hash), isKey: false }];
  });
}

function fieldLines(scene: Scene, packet: Packet, field: PacketField | 'extra'): PacketLine[] {
  if (field === 'extra') return extraLines(scene, packet);
  const label = scene.state.terms.boundaries[packet.crossing].packet.labels[field] ?? packetLabels[field];
  if (field === 'deadline') {
    const text = timeText(scene, packet.deadline);
    return [{ label, text, note: deadlineNote(scene, packet), isKey: true }];
  }
  const hash = packet.texts[field];
  if (hash === undefined) return [];
  return [{ label, text: textOf(scene, hash) ?? lostText(scene, hash), isKey: field === 'nextAction' }];
}

/** A reason in the agreement's words. */
export function reasonLabel({ state }: Pick<Scene, 'state'>, crossing: Crossing, code: string): string {
  const known = state.terms.boundaries[crossing].packet.reasons.find(reason => reason.code === code);
  return known?.label ?? (code === 'returned' ? 'Sent back with guidance' : code);
}

function linesOf(scene: Scene, packet: Packet): readonly PacketLine[] {
  const lines = ORDER.flatMap(field => fieldLines(scene, packet, field));
  if (packet.reason === undefined) return lines;
  return [...lines, { label: 'Reason', text: reasonLabel(scene, packet.crossing, packet.reason), isKey: false }];
}

const offeredPacket = ({ offer }: Offered): Packet => ({
  handoff: offer.handoff,
  crossing: offer.crossing,
  deadline: offer.deadline,
  receiver: offer.to,
  texts: offer.texts,
  reason: offer.reason,
});

/** Why it was handed off, or passed on since. */
function reasonOf(scene: Scene, handoff: string): string | undefined {
  const offered = newest(scene, 'HandoffOffered', fact => fact.data.handoff === handoff);
  const passed = newest(scene, 'Passed', fact => fact.data.packet !== undefined && fact.seq > (offered?.seq ?? 0));
  return (passed ?? offered)?.data.reason;
}

function acceptedPacket(scene: Scene): Packet | undefined {
  const { state, holder } = scene;
  if (!state.promised || scene.party !== holder.party) return undefined;
  const { handoff, deadline, texts } = state.promised;
  const reason = reasonOf(scene, handoff);
  const crossing = state.offers.find(offer => offer.handoff === handoff)?.crossing ?? crossingTo(holder.party);
  return { handoff, crossing, deadline, texts, receiver: holder, ...(reason === undefined ? {} : { reason }) };
}

/** What came with the handoff: of the offer that stands, else what the viewer's party accepted. */
export function packetLines(scene: Scene): readonly PacketLine[] {
  if (scene.state.status === 'offered') return linesOf(scene, offeredPacket(scene.state));
  if (scene.state.status !== 'held') return [];
  const packet = acceptedPacket(scene);
  return packet ? linesOf(scene, packet) : [];
}
