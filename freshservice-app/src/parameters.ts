import { DeskError, parseAgreement, readSecrets, type Agreement, type ChannelSecret } from '@baton/shared';

/** What every handler is called with: the installation parameters, secure ones included. Only an admin can enter them. */
export interface Args {
  readonly iparams?: {
    readonly fs_domain?: string;
    readonly fs_agent_id?: string;
    readonly fs_setup_agent_id?: string;
    readonly ledger_key?: string;
    readonly agreement?: string;
    readonly channel_secrets?: string;
  };
}

/** What was read last: a server that is still warm reads the same text for every request. */
const lastRead = new Map<string, Agreement>();

/** The agreement that was entered when Baton was installed, as text; empty where none was. */
export const enteredText = ({ iparams }: Args): string => iparams?.agreement?.trim() ?? '';

/** The agreement that was entered when Baton was installed; undefined where none was. @throws AgreementError */
export function enteredAgreement(args: Args): Agreement | undefined {
  const text = enteredText(args);
  if (text === '') return undefined;
  const agreement = lastRead.get(text) ?? parseAgreement(text);
  lastRead.clear();
  lastRead.set(text, agreement);
  return agreement;
}

/** The key under which everything is sealed. @throws DeskError where there is none */
export function ledgerKeyOf({ iparams }: Args): string {
  const key = iparams?.ledger_key ?? '';
  if (key === '') throw new DeskError('refused', 'The ledger key is missing in the settings of Baton.');
  return key;
}

/** What was entered for the channels; nothing where that cannot be read, which the installation page has said. */
export function secretsOf({ iparams }: Args): Readonly<Record<string, ChannelSecret>> {
  try {
    return readSecrets(iparams?.channel_secrets ?? '');
  } catch {
    return {};
  }
}

/** What a source may sign with: its key, and the one before where that stands there too. */
export function keysOf(args: Args, source: string): readonly string[] {
  const { key, former } = secretsOf(args)[source] ?? {};
  return [key, former].filter(one => one !== undefined);
}

/** Whom an admin named to set Baton up, by native id; undefined where nobody was named. */
export const settingUp = ({ iparams }: Args): string | undefined => iparams?.fs_setup_agent_id || undefined;
