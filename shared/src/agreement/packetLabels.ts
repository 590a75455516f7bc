import type { PacketField } from './terms';

/** The packet's labels unless a cell words them otherwise, in the order a receiver reads them. */
export const packetLabels: Readonly<Record<PacketField, string>> = Object.freeze({
  nextAction: 'Next required action',
  deadline: 'Deadline',
  diagnosis: 'Current diagnosis',
  actions: 'Actions taken',
  evidence: 'Evidence',
});
