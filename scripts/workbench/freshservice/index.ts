import type { Workbench, WorkbenchDesk } from '../desk';
import { frameRoutes } from '../fdk/frameRoutes';
import { fdkHost } from '../fdk/host';
import type { FdkHost } from '../fdk/hostContract';
import type { Limits } from '../fdk/limits';
import { destinations, type Destination } from '../fdk/outside';
import { befalling } from '../mishaps';
import { liveChanges } from '../liveChanges';
import { nobodyOutside } from '../outside';
import { directory } from './desk/directory';
import { serviceDesk } from './desk/serviceDesk';
import { createFreshserviceTables, keptKey } from './desk/tables';
import { deskActions, type PanelDoor } from './deskActions';
import { deskRoutes } from './deskRoutes';
import { recall } from './recall';
import { raiseProductEvents, type ChangeMetadata } from './productEvents';
import { accountRateLimit, type Plan } from './rest/rateLimit';
import { restDoor, type RestDoor } from './rest/restDoor';

/** What can be chosen about the stand-in beyond the workbench itself. */
export interface FreshserviceOptions {
  limits?: Partial<Limits>;
  plan?: Plan;
  panelDoor?: PanelDoor;
  /** Addresses and keys of channels, as an administrator enters them. */
  channelSecrets?: string;
}

/** The Freshservice desk, with what only tests and the workbench's controls need. */
export interface FreshserviceDesk extends WorkbenchDesk {
  readonly name: 'freshservice';
  readonly host: FdkHost;
  /** Asks the app's list on its full page as that person. */
  askList(personId: string, request: unknown, action?: string): Promise<unknown>;
  /** How much update events tell about what changed. */
  changeMetadata: ChangeMetadata;
  /** The REST API, in the process. */
  readonly rest: RestDoor;
  /** The API key an integration would use. */
  readonly apiKey: string;
}

const domain = 'contoso.freshservice.com';
const currentHost = { subscribed_modules: ['service_ticket'], endpoint_urls: { freshservice: `https://${domain}` } };
const frameMount = '/frames/freshservice';

/** Builds the Freshservice stand-in and the FDK host around the staged app. */
export function freshserviceDesk(workbench: Workbench, options: FreshserviceOptions = {}): FreshserviceDesk {
  const { clock, costs, db, cast, pageOrigin, frameOrigin } = workbench;
  createFreshserviceTables(db);
  const apiKey = keptKey(db, 'api');
  const people = directory(cast, db);
  const desk = serviceDesk(db, clock, people);
  const rateLimit = accountRateLimit(options.plan ?? 'enterprise', clock);
  const rest = restDoor({ desk, people, now: clock.now }, rateLimit, key =>
    key === apiKey ? people.serviceAgent : undefined,
  );
  const onItsWay: Destination = request =>
    befalling(
      workbench.mishaps?.(`${request.method} ${request.path}`),
      () => rest(request),
      ({ status, headers = {} }) => ({ status, headers, body: '{"message":"Something went wrong"}' }),
    );
  const host = fdkHost({
    stagedApp: workbench.stagedApp,
    db,
    clock,
    costs,
    log: line => workbench.log('freshservice', line),
    account: {
      domain,
      currentHost,
      origin: pageOrigin,
      destination: destinations(domain, onItsWay, workbench.outside ?? nobodyOutside),
    },
    mishaps: workbench.mishaps,
    arrivals: workbench.arrivals,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  const beginner = cast.people.find(({ isAdmin }) => isAdmin);
  const live = liveChanges();
  const unfollowClock = clock.onChange(() => live.tell('time', {}));
  const past = { at: 0 };
  // A desk of its own on the same tables, with nobody listening: what it does happened before the app was there.
  const unwitnessed = serviceDesk(db, { ...clock, now: () => past.at }, people);

  const built: FreshserviceDesk = {
    name: 'freshservice',
    host,
    rest,
    apiKey,
    changeMetadata: 'changes',
    pages: deskRoutes({
      cast,
      desk,
      people,
      host,
      live,
      rest,
      frameOrigin,
      frameMount,
      pageOrigin,
      currentHost,
      domain,
    }),
    frames: frameRoutes(host.app, { mount: frameMount, pageOrigin }),
    ...deskActions({ cast, desk, people, host, door: options.panelDoor }),
    askList: async (personId, request, action) => {
      const { viewer, ...asked } = request as { viewer?: object };
      const whole = { request: { ...asked, viewer: { person: String(people.actorOf(personId).id), ...viewer } } };
      return (await host.callServerMethod('list', whole, action)).response;
    },
    nativeId: id => id,
    recall: async ticket => recall(unwitnessed, people, ticket, past),
    start: agreement =>
      host.start({
        fs_domain: domain,
        fs_api_key: apiKey,
        fs_agent_id: String(people.serviceAgent.id),
        ...(beginner ? { fs_setup_agent_id: String(beginner.freshserviceAgentId) } : {}),
        ledger_key: keptKey(db, 'ledger'),
        agreement,
        ...(options.channelSecrets === undefined ? {} : { channel_secrets: options.channelSecrets }),
      }),
    stop: async () => {
      unfollowClock();
      live.stop();
      host.stop();
      await host.idle();
    },
    settle: async () => {
      await host.idle();
      await clock.ring();
      await host.idle();
    },
  };
  raiseProductEvents(desk, people, host, () => built.changeMetadata);
  desk.onChange(({ ticket, window }) => live.tell('ticket', { window }, String(ticket.id)));
  host.onWritten(window => live.tell('app', { window }));
  return built;
}
