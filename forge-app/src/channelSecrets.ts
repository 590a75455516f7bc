import { AgreementError, secretViolations, type ChannelSecret } from '@baton/shared';
import { kvs } from '@forge/kvs';
import { directoryIfAgreed, readDirectory } from './directoryStore';
import { storeError } from './platformErrors';

const keyOf = (channel: string): string => `channel:${channel}`;

/** What was entered for a channel; undefined before that. Only what is sent may use it. @throws DeskError */
export const readSecret = (channel: string): Promise<ChannelSecret | undefined> =>
  storeError(kvs.getSecret<ChannelSecret>(keyOf(channel)));

/** A channel of the agreement, and whether its address or key was entered; never what it is. */
export interface ChannelStanding {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly isSet: boolean;
}

/** The channels that need an address or a key. @throws DeskError */
export async function readChannels(): Promise<readonly ChannelStanding[]> {
  const { channels = {} } = (await directoryIfAgreed()) ?? {};
  const addressed = Object.entries(channels).filter(([, { kind }]) => kind !== 'desk');
  return Promise.all(
    addressed.map(async ([id, { kind, name = id }]) => ({
      id,
      kind,
      name,
      isSet: (await readSecret(id)) !== undefined,
    })),
  );
}

/** Keeps what was looked at before for a channel, in the platform's secret storage. @throws DeskError */
export const keepSecret = (channel: string, secret: ChannelSecret): Promise<void> =>
  storeError(kvs.setSecret(keyOf(channel), secret));

/** Keeps what was entered for a channel in the platform's secret storage. @throws AgreementError, DeskError */
export async function saveSecret(channel: string, secret: ChannelSecret): Promise<void> {
  const { channels = {} } = await readDirectory();
  const violations = secretViolations(channels, { [channel]: secret });
  const [first] = violations;
  if (first) throw new AgreementError('rules', `${channel} ${first.message}.`, violations);
  await keepSecret(channel, secret);
}
