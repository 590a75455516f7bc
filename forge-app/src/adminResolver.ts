import { AgreementError, tryOut, type TriedSeverity } from '@baton/shared';
import { webTrigger } from '@forge/api';
import Resolver from '@forge/resolver';
import { z } from 'zod';
import { readChannels, saveSecret, type ChannelStanding } from './channelSecrets';
import { inboundDoor } from './inbound';
import { isSiteAdmin } from './jiraDesk';
import { readSources, saveKey, type SourceStanding } from './sourceKeys';
import { settings } from './settingsResolver';
import { validatorUses, type ValidatorUse } from './validatorUses';

const requestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('validator') }),
  z.strictObject({ type: z.literal('channels') }),
  z.strictObject({
    type: z.literal('channel'),
    channel: z.string().max(64),
    address: z.string().max(2_000).exactOptional(),
    key: z.string().max(200).exactOptional(),
  }),
  z.strictObject({ type: z.literal('sources') }),
  z.strictObject({ type: z.literal('source'), source: z.string().max(64), key: z.string().max(200) }),
  z.strictObject({ type: z.literal('trial'), source: z.string().max(64) }),
]);

type AdminRequest = z.infer<typeof requestSchema>;

/** What the admin page is told. */
type AdminAnswer =
  | { readonly ok: true; readonly uses: readonly ValidatorUse[] }
  | { readonly ok: true; readonly channels: readonly ChannelStanding[] }
  | { readonly ok: true; readonly address: string; readonly sources: readonly SourceStanding[] }
  | { readonly ok: true; readonly tried: readonly TriedSeverity[] }
  | {
      readonly ok: false;
      readonly sentence: string;
      readonly violations: readonly { readonly path: string; readonly message: string }[];
    };

const refusal = (sentence: string, violations: AgreementError['violations'] = []): AdminAnswer => ({
  ok: false,
  sentence,
  violations,
});

async function uses(): Promise<AdminAnswer> {
  try {
    return { ok: true, uses: await validatorUses() };
  } catch (error) {
    console.warn(error instanceof Error ? error.message : 'The workflows could not be read.');
    return refusal('Jira does not let Baton list them for you. Look for the rule “Baton handoff” in each workflow.');
  }
}

async function channels(): Promise<AdminAnswer> {
  try {
    return { ok: true, channels: await readChannels() };
  } catch (error) {
    console.warn(error instanceof Error ? error.message : 'The channels could not be read.');
    return refusal('The channels cannot be read now. Try again in a minute.');
  }
}

async function setChannel({ channel, type: _, ...secret }: Extract<AdminRequest, { type: 'channel' }>) {
  try {
    await saveSecret(channel, secret);
    return await channels();
  } catch (error) {
    if (error instanceof AgreementError) return refusal(error.message, error.violations);
    console.warn('The address of a channel was not saved.');
    return refusal('The address was not saved. Try again in a minute.');
  }
}

async function sources(): Promise<AdminAnswer> {
  try {
    const [address, known] = await Promise.all([webTrigger.getUrl('inbound-door'), readSources()]);
    return { ok: true, address, sources: known };
  } catch (error) {
    console.warn(error instanceof Error ? error.message : 'The sources could not be read.');
    return refusal('The sources cannot be read now. Try again in a minute.');
  }
}

async function setSource({ source, key }: Extract<AdminRequest, { type: 'source' }>): Promise<AdminAnswer> {
  try {
    await saveKey(source, key, Date.now());
    return await sources();
  } catch (error) {
    if (error instanceof AgreementError) return refusal(error.message, error.violations);
    console.warn('The key of a source was not saved.');
    return refusal('The key was not saved. Try again in a minute.');
  }
}

async function tried(source: string): Promise<AdminAnswer> {
  try {
    const found = await tryOut(await inboundDoor(), source);
    return found ? { ok: true, tried: found } : refusal('Enter its signing key first, and test it then.');
  } catch (error) {
    console.warn(error instanceof Error ? error.message : 'A source could not be tested.');
    return refusal('It cannot be tested now. Try again in a minute.');
  }
}

/** The page can be reached by URL without being admin, so every request is authorised here (forge ECO-1592). */
async function desk({ payload }: { payload: unknown }): Promise<AdminAnswer> {
  const request = requestSchema.safeParse(payload);
  if (!request.success) return refusal('The page sent something Baton does not understand. Reload it.');
  if (!(await isSiteAdmin().catch(() => false))) return refusal('Only administrators of this site can do this.');
  return answer(request.data);
}

type Answers = {
  readonly [T in AdminRequest['type']]: (request: Extract<AdminRequest, { type: T }>) => Promise<AdminAnswer>;
};

const answers: Answers = {
  validator: uses,
  channels,
  channel: setChannel,
  sources,
  source: setSource,
  trial: ({ source }) => tried(source),
};

const answer = (request: AdminRequest): Promise<AdminAnswer> => answers[request.type](request as never);

/** The doors of the pages of settings. */
export const adminResolver = new Resolver()
  .define('desk', desk as never)
  .define('settings', settings as never)
  .getDefinitions();
