import { join } from 'node:path';
import { Router, json, static as files, type Request, type Response } from 'express';
import type { Cast } from '../../cast';
import type { NativeChange } from '../../desk';
import { frameAddress } from '../../forge/frame/frameRouter';
import type { ForgeHost } from '../../forge/forgeHost';
import { modulesOf, shownText } from '../../forge/manifest';
import type { HttpAnswer } from '../../forge/wire';
import type { LiveChanges } from '../../liveChanges';
import type { JiraModel } from '../model/jiraModel';
import type { RestCall } from '../rest/jiraRest';
import { bridgeRoutes } from './bridgeRoutes';
import { listPage } from './listPage';
import { webTriggerRoutes } from './webTriggerRoutes';
import { pageView } from './pageView';
import type { Switcher } from './pageShell';
import { appPage, QUEUES, SETTINGS } from './appPage';
import { workItemPage, type PanelView } from './workItemPage';

export interface JiraPagesSettings {
  cast: Cast;
  model: JiraModel;
  host: ForgeHost;
  live: LiveChanges;
  now: () => number;
  pageOrigin: string;
  /** Where the app's frames are served. */
  framesAt: string;
  rest(call: RestCall): Promise<HttpAnswer>;
  change(key: string, personId: string, fields: NativeChange): Promise<void>;
  say(key: string, personId: string, text: { text: string; isPublic: boolean }): void;
}

/** The pages people use, and the doors those pages need. */
export function jiraPages(settings: JiraPagesSettings): Router {
  const { cast, model, host, live, now, framesAt } = settings;
  const router = Router();

  const personId = (request: Request): string => {
    const asked = String(request.query.as ?? '');
    return cast.people.some(({ id }) => id === asked) ? asked : cast.defaultPerson;
  };
  const account = (request: Request) => model.accounts.ofPerson(personId(request));
  const switcher = (request: Request): Switcher => ({
    people: cast.people.map(({ id, name }) => ({ id, name })),
    chosen: personId(request),
  });
  const framesOf = (type: string): PanelView[] =>
    modulesOf(host.manifest, type).map(module => ({
      moduleKey: module.key,
      title: shownText(module.title),
      address: `${framesAt}${frameAddress(host.manifest, module)}`,
    }));

  const showItem = (request: Request, response: Response) => {
    const item = model.find(String(request.params.key));
    if (!item) return response.status(404).type('text').send('There is no such work item');
    const view = pageView(model, item, { account: account(request), now: now() });
    return response.type('html').send(workItemPage(view, framesOf('jira:issueContext'), switcher(request)).text);
  };
  /** A change from the page's own controls; what is refused is said in a sentence. */
  const act =
    <Body>(work: (key: string, person: string, body: Body) => Promise<void> | void) =>
    async (request: Request, response: Response) => {
      try {
        await work(String(request.params.key), personId(request), request.body as Body);
        response.sendStatus(204);
      } catch (cause) {
        response.status(400).json({ message: (cause as Error).message });
      }
    };

  router.use('/public', webTriggerRoutes(host));
  router.use('/assets', files(join(__dirname, 'assets')));
  router.get('/', (request, response) => void response.type('html').send(listPage(model, switcher(request)).text));
  for (const [path, place] of [
    ['/queue', QUEUES],
    ['/admin', SETTINGS],
  ] as const) {
    router.get(path, (request, response) => {
      response.type('html').send(appPage(place, framesOf(place.module), switcher(request)).text);
    });
  }
  router.get('/browse/:key', showItem);
  router.post('/browse/:key/change', json(), act(settings.change));
  router.post('/browse/:key/say', json(), act(settings.say));
  router.get('/live/:key', (request, response) => {
    const item = model.find(String(request.params.key));
    if (item) live.follow(item.id, request, response);
    else response.sendStatus(404);
  });
  router.get('/live', (request, response) => live.follow('', request, response));
  router.use(
    '/panels/:module',
    bridgeRoutes({ host, pageOrigin: settings.pageOrigin, rest: settings.rest, account, item: model.find }),
  );
  return router;
}
