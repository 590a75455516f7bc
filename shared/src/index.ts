/** The only public door of the core. */
export * from './time';
export * from './agreement';
export * from './ticket';
export * from './clock';
export * from './escalation';
export * from './ledger';
export * from './failures';
export * from './panel';
export * from './channels';
export * from './replay';
export * from './inbound';
export * from './settings';
