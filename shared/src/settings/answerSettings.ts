import { DeskError } from '../failures';
import { failureSentence } from '../panel';
import type { SettingsAnswer, SettingsRequest } from './protocol';
import type { SettingsDesk } from './settingsDesk';
import type { SettingsRefusal } from './settingsView';
import { settingsViewOf } from './settingsViewOf';
import { sittingOf, textOf, type Sitting } from './sitting';

/** Agreements are for their parties, and before there are any for the administrator who begins. */
const stranger: SettingsRefusal = {
  ok: false,
  code: 'not-a-party',
  sentence: 'This agreement is for the people of its two parties.',
  remedy: 'Ask the service lead of your party to put you on its list of people.',
};

const noText: SettingsRefusal = {
  ok: false,
  code: 'no-such-version',
  sentence: 'That version is not kept here.',
  remedy: 'Reload the page and choose another one.',
};

/** The text to begin from: the newest one. */
function open({ desk, versions }: Sitting) {
  const newest = Math.max(0, ...versions.versions.map(({ number }) => number));
  return textOf(desk, versions, newest);
}

async function answer(sitting: Sitting, request: SettingsRequest): Promise<SettingsAnswer> {
  const { desk, versions, viewer } = sitting;
  const view = settingsViewOf(sitting);
  if (!viewer.may.read) return stranger;
  const text = request.type === 'text' ? await textOf(desk, versions, request.version) : await open(sitting);
  if (!text) return request.type === 'text' ? noText : { ok: true, view };
  return { ok: true, view, text: { version: text.version, document: text.document } };
}

/** Answers one request of the settings page; every failure becomes a plain sentence, and what was stored is kept. */
export async function answerSettings(desk: SettingsDesk, request: SettingsRequest): Promise<SettingsAnswer> {
  try {
    return await answer(await sittingOf(desk), request);
  } catch (error) {
    desk.log(error instanceof Error ? `${error.name}: ${error.message}` : 'Something unexpected was thrown.');
    return { ok: false, ...failureSentence(error instanceof DeskError ? error : undefined) };
  }
}
