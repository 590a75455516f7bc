import { DeskError } from '../failures';
import { failureSentence, inWordsOf } from '../panel';
import { actOnVersions } from './actOnVersions';
import { answerSetup, isSetupRequest } from './answerSetup';
import { answerBaselines, answerFreeze } from './answerBaselines';
import { answerTicket, answerTouched } from './answerTickets';
import type { SettingsAct, SettingsAnswer, SettingsRequest } from './protocol';
import type { SettingsDesk, Sitting } from './settingsDesk';
import type { SettingsRefusal } from './settingsView';
import { settingsViewOf } from './settingsViewOf';
import { sittingOf, textOf } from './sitting';

/** Facts of one page of the audit log. */
const FACTS = 20;

const refusal = (code: string, sentence: string, remedy: string): SettingsRefusal => ({
  ...{ ok: false, code, sentence, remedy },
});

/** Agreements are for their parties, and before there are any for whoever begins. */
const stranger = refusal(
  'not-a-party',
  'This agreement is for the people of its two parties.',
  'Ask the service lead of your party to put you on its list of people.',
);
const notBegun: Readonly<Record<SettingsDesk['name'], SettingsRefusal>> = {
  jira: refusal(
    'not-begun',
    'There is no agreement yet.',
    'An administrator of the site begins it, under Apps, Baton.',
  ),
  freshservice: refusal(
    'not-begun',
    'There is no agreement yet.',
    'An account admin enters who sets Baton up under Admin, Apps, Baton, Settings; that agent begins it here.',
  ),
};
const noText = refusal('no-such-version', 'That version is not kept here.', 'Reload the page and choose another one.');
const noAuditor = refusal(
  'not-allowed',
  'The audit log is for leads, approvers and auditors.',
  'Ask the lead of your party to look something up for you.',
);

type Answers = {
  readonly [Type in SettingsRequest['type']]?: (
    sitting: Sitting,
    request: Extract<SettingsRequest, { type: Type }>,
  ) => SettingsAnswer | Promise<SettingsAnswer>;
};

async function answerText(sitting: Sitting, version: number): Promise<SettingsAnswer> {
  const text = await textOf(sitting.desk, sitting.versions, version);
  if (!text) return noText;
  return { ok: true, view: await settingsViewOf(sitting), text: { version, document: text.document } };
}

/** With the newest text, which is what people go on from. */
async function answerOpen(sitting: Sitting): Promise<SettingsAnswer> {
  const newest = Math.max(0, ...sitting.versions.versions.map(({ number }) => number));
  return newest === 0 ? { ok: true, view: await settingsViewOf(sitting) } : answerText(sitting, newest);
}

const looks: Answers = {
  open: answerOpen,
  text: (sitting, { version }) => answerText(sitting, version),
  touched: answerTouched,
  ticket: (sitting, { name }) => answerTicket(sitting, name),
  baselines: answerBaselines,
  'freeze baseline': (sitting, { baseline }) => answerFreeze(sitting, baseline),
  audit: async ({ desk, viewer }, { before }) =>
    viewer.may.audit ? { ok: true, facts: await desk.book.facts(FACTS, before) } : noAuditor,
};

/** Where the act waits for its confirmation, that is the answer; else how it stands after it. */
async function answerAct(sitting: Sitting, act: SettingsAct): Promise<SettingsAnswer> {
  const { desk } = sitting;
  const confirming = await desk.confirm?.(sitting, act);
  if (confirming) return confirming;
  const refused = await actOnVersions(sitting, act);
  if (refused) return { ...refused, view: await settingsViewOf(await sittingOf(desk)) };
  return answerOpen(await sittingOf(desk));
}

function answer(sitting: Sitting, request: SettingsRequest): Promise<SettingsAnswer> | SettingsAnswer {
  if (!sitting.viewer.may.read) return sitting.active ? stranger : notBegun[sitting.desk.name];
  if (isSetupRequest(request)) return answerSetup(sitting.desk, sitting.viewer, request);
  const look = looks[request.type] as
    ((sitting: Sitting, request: SettingsRequest) => SettingsAnswer | Promise<SettingsAnswer>) | undefined;
  return look ? look(sitting, request) : answerAct(sitting, request as SettingsAct);
}

const inWords = (desk: SettingsDesk, answered: SettingsAnswer): SettingsAnswer =>
  answered.ok ? answered : { ...answered, sentence: inWordsOf(desk.name, answered.sentence) };

/** Answers one request of the settings page; every failure becomes a plain sentence, and what was stored is kept. */
export async function answerSettings(desk: SettingsDesk, request: SettingsRequest): Promise<SettingsAnswer> {
  try {
    return inWords(desk, await answer(await sittingOf(desk), request));
  } catch (error) {
    desk.log(error instanceof Error ? `${error.name}: ${error.message}` : 'Something unexpected was thrown.');
    return { ok: false, ...failureSentence(error instanceof DeskError ? error : undefined) };
  }
}
