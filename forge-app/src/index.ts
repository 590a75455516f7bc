/** What manifest.yml names, and nothing else. */
export { adminResolver } from './adminResolver';
export { onDue as due, onSweep as sweep } from './dueTime';
export { onInbound as inbound, onKnock as knock } from './inbound';
export { onInstalled as installed } from './installed';
export { listResolver } from './listResolver';
export { onLozenge as lozenge } from './lozenge';
export { onLook as look } from './reconcile';
export { panelResolver as resolver } from './panelResolver';
export { onTicketEvent as ticketEvent } from './ticketEvents';
export { onTransition as guard } from './workflowValidator';
