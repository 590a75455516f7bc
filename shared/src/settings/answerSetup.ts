import type { Channel } from '../agreement';
import { exportedPart } from '../ledger';
import { targetOf, testChannel } from '../channels';
import type { SettingsAnswer } from './protocol';
import type { SettingsDesk } from './settingsDesk';
import type { SettingsViewer, SettingsRefusal } from './settingsView';
import type { SetupChannel, SetupRequest } from './setupRequests';
import { verifyTickets } from './verifyTickets';

/** Only who may write an agreement is told who works on the desk. */
const notAllowed: SettingsRefusal = {
  ok: false,
  code: 'not-allowed',
  sentence: 'You may not set this up.',
  remedy: 'Ask the lead of your party, or an administrator of the desk while there is no agreement yet.',
};

const refused = (sentence: string, remedy: string): SettingsRefusal => ({
  ok: false,
  code: 'refused',
  sentence,
  remedy,
});

const channelOf = ({ kind, name, region }: SetupChannel): Channel => ({
  kind,
  ...(name === undefined ? {} : { name }),
  ...(region === undefined ? {} : { region }),
});

async function entered({ setup }: SettingsDesk, names: readonly string[]): Promise<readonly string[]> {
  const known = await Promise.all(names.map(async name => ((await setup.isEntered(name)) ? [name] : [])));
  return known.flat();
}

type Of<Type extends SetupRequest['type']> = Extract<SetupRequest, { type: Type }>;

async function keep(desk: SettingsDesk, request: Of<'channel address'>): Promise<SettingsAnswer> {
  const { channel, address, key } = request;
  if (!desk.setup.keepSecret) return refused('Addresses are entered elsewhere.', desk.setup.enteredElsewhere ?? '');
  const secret = { ...(address ? { address } : {}), ...(key ? { key } : {}) };
  const read = targetOf(channelOf(channel), secret);
  if ('problem' in read)
    return refused(`${channel.name ?? channel.id} ${read.problem}.`, 'Correct it and save it again.');
  await desk.setup.keepSecret(channel.id, secret);
  return { ok: true, told: { entered: [channel.id] } };
}

async function test(desk: SettingsDesk, { channel }: Of<'channel test'>): Promise<SettingsAnswer> {
  const { setup, now } = desk;
  const tested = await testChannel({ ...setup.channels, now }, channel.id, channelOf(channel), await setup.address());
  return tested.ok
    ? { ok: true, said: `A test was sent to ${channel.name ?? channel.id}.` }
    : refused(tested.sentence, tested.remedy);
}

type Answers = {
  readonly [Type in SetupRequest['type']]: (desk: SettingsDesk, request: Of<Type>) => Promise<SettingsAnswer>;
};

const answers: Answers = {
  desk: async (desk, { names }) => ({
    ok: true,
    told: { desk: await desk.setup.view(), entered: await entered(desk, names) },
  }),
  people: async ({ setup }, { groups }) => ({ ok: true, told: { people: await setup.people(groups) } }),
  'channel address': keep,
  'channel test': test,
  ledgers: async ({ setup }, { after }) => ({ ok: true, told: { ledgers: await setup.ledgers(after) } }),
  export: async ({ setup: { checked } }, { ticket, page }) => {
    const loaded = await (page === undefined ? checked.ledger.load(ticket) : checked.ledger.loadVersion(ticket, page));
    return { ok: true, told: loaded ? { exported: exportedPart(ticket, loaded) } : {} };
  },
  verify: async ({ setup }, { tickets }) => ({
    ok: true,
    told: { checked: await verifyTickets(setup.checked, tickets) },
  }),
};

/** What auditors may ask besides whoever sets up. */
const looks: ReadonlySet<SetupRequest['type']> = new Set(['ledgers', 'verify', 'export'] as const);

/** Whether a request is the setup's. */
export const isSetupRequest = (request: { readonly type: string }): request is SetupRequest =>
  Object.hasOwn(answers, request.type);

/** Answers what the setup asks of a desk. @throws DeskError */
export function answerSetup(
  desk: SettingsDesk,
  { may, isAdmin }: SettingsViewer,
  request: SetupRequest,
): Promise<SettingsAnswer> {
  const isLook = looks.has(request.type);
  const isAllowed = isAdmin || (isLook ? may.audit : may.draft);
  return !isAllowed ? Promise.resolve(notAllowed) : answers[request.type](desk, request as never);
}
