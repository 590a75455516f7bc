import express, { Router, type Request } from 'express';
import { join } from 'node:path';
import type { Cast, CastPerson } from '../../cast';
import type { FdkHost } from '../../fdk/hostContract';
import type { LiveChanges } from '../../liveChanges';
import type { Directory } from '../desk/directory';
import type { ServiceDesk } from '../desk/serviceDesk';
import { asHtml } from '../desk/ticketRecord';
import { appPage } from './appPage';
import { pageFrame } from './pageFrame';
import { ticketList } from './ticketList';
import { ticketPage, type AppFrames } from './ticketPage';
import { propertyOptions, ticketParts } from './ticketParts';

/** What the pages show and work on. */
export interface PageSettings {
  cast: Cast;
  desk: ServiceDesk;
  people: Directory;
  host: FdkHost;
  live: LiveChanges;
  frameOrigin: string;
  frameMount: string;
}

const numeric = (value: unknown) => (value === '' || value === null ? null : Number(value));

/** The form's values as the API names them; empty means nobody. */
export function formFields(body: Record<string, unknown>): Record<string, unknown> {
  const given = ['status', 'priority', 'group_id', 'responder_id'].filter(name => body[name] !== undefined);
  return Object.fromEntries(given.map(name => [name, numeric(body[name])]));
}

/** Which person a request acts as: `?as=`, else the cast's default. */
export function actingPerson(cast: Cast, request: Request): CastPerson {
  const wanted = String(request.query['as'] ?? cast.defaultPerson);
  const person =
    cast.people.find(candidate => candidate.id === wanted) ?? cast.people.find(({ id }) => id === cast.defaultPerson);
  if (!person) throw new Error('The cast has no default person');
  return person;
}

/** The window a write comes from, so that it is not told of its own change. */
export function windowOf(request: Request): string | undefined {
  return request.get('x-window');
}

/** Pages for people, and the endpoints their forms use. */
export function pageRoutes({ cast, desk, people, host, live, frameOrigin, frameMount }: PageSettings): Router {
  const router = Router();
  const frameAt = (location: string) => {
    const url = host.app.locations[location]?.url;
    return url && `${frameOrigin}${frameMount}/app/${url}`;
  };
  const frames: AppFrames = { sidebar: frameAt('ticket_sidebar'), background: frameAt('ticket_background') };
  const parts = (id: number) => ticketParts(desk.ticket(id), desk, people);
  const actor = (request: Request) => people.actorOf(actingPerson(cast, request).id);

  router.use('/static', express.static(join(__dirname, 'static'), { cacheControl: false }));
  router.get('/live', (request, response) => live.follow('', request, response));
  router.get('/live/:id', (request, response) => live.follow(request.params.id, request, response));
  router.get(['/', '/tickets'], (request, response) => {
    const person = actingPerson(cast, request);
    const body = ticketList(desk.tickets(), people, person.id);
    response.send(pageFrame({ title: 'Tickets', cast, person, scripts: ['actingAs.js'], body }));
  });
  router.get('/app', (request, response) => {
    const person = actingPerson(cast, request);
    const body = appPage({ src: frameAt('full_page_app'), frameOrigin, person: person.id });
    response.send(pageFrame({ title: 'Apps', cast, person, scripts: ['actingAs.js', 'appPage.js'], body }));
  });
  router.get('/tickets/:id', (request, response) => {
    const ticket = desk.ticket(Number(request.params.id));
    const person = actingPerson(cast, request);
    const requester = people.actorById(ticket.requester_id)?.name ?? 'somebody';
    const options = propertyOptions(people);
    const body = ticketPage({
      ticket,
      requester,
      parts: parts(ticket.id),
      options,
      frames,
      frameOrigin,
      person: person.id,
    });
    response.send(pageFrame({ title: ticket.subject, cast, person, scripts: ['actingAs.js', 'ticketPage.js'], body }));
  });
  router.get('/tickets/:id/parts', (request, response) => void response.json(parts(Number(request.params.id))));
  router.post('/tickets/:id/properties', (request, response) => {
    const id = Number(request.params.id);
    desk.update(id, formFields(request.body as Record<string, unknown>), actor(request), { window: windowOf(request) });
    response.json(parts(id));
  });
  router.post('/tickets/:id/words', (request, response) => {
    const id = Number(request.params.id);
    const { text, isPrivate } = request.body as { text: string; isPrivate: boolean };
    desk.say(id, { body: asHtml(text), isPrivate }, actor(request), { window: windowOf(request) });
    response.json(parts(id));
  });
  return router;
}
