import type { ForgeHost } from '../forge/forgeHost';
import type { AppModule } from '../forge/manifest';

/** The resolver keys of the app's settings page: for the agreement, and for what an administrator keeps for it. */
const [AGREEMENT_DOOR, DESK_DOOR] = ['settings', 'desk'];
const SETTINGS_PAGES = ['jira:adminPage', 'jira:projectSettingsPage'];

export interface HandOver {
  /** The agreement document as text; nothing happens when it is empty. */
  agreement: string;
  /** Addresses and keys by channel, as JSON; nothing is entered without. */
  channelSecrets?: string | undefined;
  accountId: string;
  log(line: string): void;
}

interface Answer {
  readonly ok?: boolean;
  readonly sentence?: string;
  readonly view?: { readonly revision: number; readonly versions: readonly { readonly number: number }[] };
}

type Enter = (payload: object, what: string, door?: string, accountId?: string) => Promise<Answer>;

interface Agreed {
  readonly parties?: Readonly<Record<string, { readonly approver?: string }>>;
  readonly people?: Readonly<Record<string, { readonly jira?: string }>>;
}

/** The accounts of those who sign for the two parties. */
const signers = ({ parties = {}, people = {} }: Agreed): (string | undefined)[] =>
  ['msp', 'client'].map(party => people[parties[party]?.approver ?? '']?.jira);

/** A first text that both parties sign before it counts. Where one is in force already, it stays. */
async function agree(enter: Enter, agreement: string): Promise<void> {
  const viewer = { timeZone: 'UTC' };
  const { view } = await enter({ type: 'open', viewer }, 'agreement', AGREEMENT_DOOR);
  if (!view || view.versions.length > 0) return;
  const sections = { ...(JSON.parse(agreement) as Agreed), version: 1 };
  const [msp, client] = signers(sections);
  const steps: [act: object, accountId?: string | undefined][] = [
    [{ type: 'draft', sections }],
    [{ type: 'propose' }],
    [{ type: 'approve' }, msp],
    [{ type: 'approve' }, client],
    [{ type: 'activate', open: 'keep' }, client],
  ];
  for (const [expected, [act, accountId]] of steps.entries()) {
    const whole = { viewer, version: 1, reason: 'What both parties agreed before', expected, ...act };
    if (!(await enter(whole, 'agreement', AGREEMENT_DOOR, accountId)).ok) return;
  }
}

/** Gives the app its agreement through its settings page: begun by an administrator, signed by both parties. */
export async function handOverAgreement(host: ForgeHost, given: HandOver): Promise<void> {
  const { agreement, channelSecrets = '{}', accountId: admin, log } = given;
  if (agreement === '') return;
  const page = host.manifest.modules.find((module: AppModule) => SETTINGS_PAGES.includes(module.type));
  if (!page) return log('The app has no settings page that could take the agreement');
  const enter: Enter = async (payload, what, functionKey = DESK_DOOR, accountId = admin) => {
    const call = { moduleKey: page.key, functionKey, payload, accountId, action: `import ${what}` };
    const answer = ((await host.invoke({ ...call, extension: { type: page.type } })) ?? {}) as Answer;
    if (answer.ok === false) log(`The app refused the ${what}: ${answer.sentence}`);
    return answer;
  };
  await agree(enter, agreement);
  const agreed = JSON.parse(agreement) as { sources?: Record<string, object> };
  for (const [channel, secret] of Object.entries(JSON.parse(channelSecrets) as Record<string, object>)) {
    const isSource = agreed.sources?.[channel] !== undefined;
    if (isSource) await enter({ type: 'source', source: channel, ...secret }, 'source');
    else await enter({ type: 'channel', channel, ...secret }, 'channel');
  }
}
