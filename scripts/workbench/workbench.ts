import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import express from 'express';
import Database from 'libsql';
import type { Cast } from './cast';
import { workbenchClock } from './clock';
import { controlRoutes } from './controlRoutes';
import { actionCosts } from './costs';
import type { Workbench } from './desk';
import { faultsToCome, type Faults } from './faults';
import { freshserviceDesk } from './freshservice';
import { sidebarDoor } from './freshservice/deskActions';
import { galleryFrames } from './gallery/galleryFrames';
import { galleryPage } from './gallery/galleryPage';
import { jiraDesk } from './jira';
import { overviewRoutes } from './overviewRoutes';
import type { RunningWorkbench } from './runningWorkbench';
import { keepStanding, keptStanding } from './standingFile';
import { workbenchAgreement } from './workbenchAgreement';

/** What a workbench is started with. */
export interface WorkbenchOptions {
  readonly cast: Cast;
  /** SQLite file, or `:memory:`. */
  readonly file: string;
  /** Folder with the staged apps, `forge/` and `freshservice/`. */
  readonly staged: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Epoch ms the clock starts at on a new file; a kept file goes on where it was, never behind the real time. */
  readonly startAt: number;
  /** The apps have just been installed: there is no agreement, and no story is told. */
  readonly isEmpty?: boolean;
}

/** A workbench that answers on {@link origin}. */
export interface StartedWorkbench extends RunningWorkbench {
  readonly origin: string;
  stop(): Promise<void>;
}

const HEARTBEAT = 1_000;

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Rings what falls due while the clock runs by itself, and keeps where it stands. */
function heartbeat({ services }: RunningWorkbench, keep: () => void): () => void {
  const timer = setInterval(() => {
    services.clock.ring().catch((error: unknown) => services.log('workbench', String(error)));
    keep();
  }, HEARTBEAT);
  return () => clearInterval(timer);
}

/**
 * Starts both stand-ins with the staged apps in them, on one port: pages on 127.0.0.1, app frames on localhost, which
 * a browser takes for another site.
 */
export async function startWorkbench(options: WorkbenchOptions): Promise<StartedWorkbench> {
  const db = new Database(options.file);
  // What a power cut might cost here is the last second of a stand-in; waiting for the disk costs minutes on import.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF');
  const kept = keptStanding(db);
  const machine = Date.now();
  const clock = workbenchClock({ offset: kept?.offset ?? options.startAt - machine });
  const app = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  const port = await listen(server, options.port);
  const lines: { at: number; desk: string; line: string }[] = [];
  const services: Omit<Workbench, 'stagedApp'> = {
    clock,
    db,
    cast: options.cast,
    costs: actionCosts(clock.now),
    pageOrigin: `http://127.0.0.1:${port}`,
    frameOrigin: `http://localhost:${port}`,
    log: (desk, line) => {
      lines.push({ at: clock.now(), desk, line });
      if (lines.length > 500) lines.shift();
    },
  };
  const faults = faultsToCome(clock.now);
  const running = { ...bothDesks(services, options.staged, faults), faults, lines };
  mount(app, running, options.staged);
  const close = async () => {
    await Promise.all(running.desks.map(desk => desk.stop()));
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    db.close();
  };
  try {
    const agreement = options.isEmpty ? '' : JSON.stringify(workbenchAgreement(options.cast));
    for (const desk of running.desks) await desk.start(agreement);
  } catch (error) {
    await close();
    throw error;
  }
  const keep = () => keepStanding(db, { offset: clock.offset() });
  const stopBeating = heartbeat(running, keep);
  return {
    ...running,
    origin: services.pageOrigin,
    stop: async () => {
      stopBeating();
      keep();
      await close();
    },
  };
}

/** Both stand-ins with the apps of a folder on them, not started yet. */
function bothDesks(
  services: RunningWorkbench['services'],
  staged: string,
  faults: Faults,
): Omit<RunningWorkbench, 'lines' | 'faults'> {
  const lent = (desk: 'freshservice' | 'jira', app: string): Workbench => ({
    ...services,
    stagedApp: join(staged, app),
    mishaps: faults.mishaps(desk),
    arrivals: faults.arrivals(desk),
  });
  const freshservice = freshserviceDesk(lent('freshservice', 'freshservice'), { panelDoor: sidebarDoor });
  const jira = jiraDesk(lent('jira', 'forge'));
  const desks = { freshservice, jira };
  return {
    ...{ services, ...desks, desks: Object.values(desks) },
    settle: async () => {
      await freshservice.settle();
      await jira.settle();
    },
    nativeId: (desk, id) => desks[desk].nativeId(id),
    hasTicket: (desk, id) => desks[desk].tickets().some(ticket => ticket.id === id),
  };
}

/** Frames answer only on their own site, everything else only on the pages' one. */
function mount(app: express.Express, running: RunningWorkbench, staged: string): void {
  const { pageOrigin, frameOrigin } = running.services;
  const isFrameHost = (host: string | undefined): boolean => host?.startsWith('localhost') ?? false;
  app.use((request, response, next) => {
    const wantsFrame = request.path.startsWith('/frames/');
    if (isFrameHost(request.headers.host) === wantsFrame) next();
    else if (wantsFrame) response.status(404).send('Frames are served on the other site.');
    else response.redirect(`${pageOrigin}${request.originalUrl}`);
  });
  app.use('/freshservice', running.freshservice.pages);
  app.use('/jira', running.jira.pages);
  app.use('/frames/freshservice', running.freshservice.frames);
  app.use('/frames/jira', running.jira.frames);
  app.use('/frames/gallery', galleryFrames(staged, pageOrigin));
  app.get(
    '/gallery',
    (request, response) => void response.type('html').send(galleryPage(frameOrigin, request.query['width'])),
  );
  app.use('/control', controlRoutes(running));
  app.use('/', overviewRoutes(running));
}
