import { join } from 'node:path';
import { Router, static as files } from 'express';
import { html, type Markup } from './html';
import { page } from './page';
import type { RunningWorkbench } from './runningWorkbench';
import { metLedger, standing, storedLedger } from './storedLedgers';
import { judged, type JudgedCost } from './budgets';
import type { ActionCost } from './costs';
import type { DeskTicket, WorkbenchDesk } from './desk';

const clockText = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const deskTitle = { freshservice: 'Freshservice', jira: 'Jira Service Management' } as const;
const ticketPath = (desk: WorkbenchDesk['name'], id: string): string =>
  desk === 'jira' ? `/jira/browse/${id}` : `/freshservice/tickets/${id}`;

function holderText(workbench: RunningWorkbench, desk: WorkbenchDesk['name'], ticket: DeskTicket): string {
  const { db, cast } = workbench.services;
  const { custodian, stage } = standing(storedLedger(db, desk, workbench.nativeId(desk, ticket.id)), cast, ticket);
  const person = cast.people.find(other => other.id === custodian.person)?.name;
  const team = cast.teams.find(other => other.id === custodian.team)?.name;
  return `${stage} · ${[person, team ?? cast.parties[custodian.party]].filter(Boolean).join(', ')}`;
}

const SHOWN = 60;

const ticketRows = (workbench: RunningWorkbench, desk: WorkbenchDesk): Markup => {
  const tickets = desk.tickets();
  return html`<section>
    <h2>${deskTitle[desk.name]}</h2>
    <ul class="tickets">
      ${tickets.slice(0, SHOWN).map(
        ticket =>
          html`<li>
            <a href="${ticketPath(desk.name, ticket.id)}">${ticket.title}</a>
            <a class="aside" href="/ledger/${desk.name}/${ticket.id}">ledger</a>
            <small>${ticket.id} · ${holderText(workbench, desk.name, ticket)}</small>
          </li>`,
      )}
    </ul>
    ${tickets.length > SHOWN ? html`<p class="more">${tickets.length - SHOWN} more; open them by their id.</p>` : ''}
  </section>`;
};

const costText = (cost: ActionCost): string =>
  Object.entries(cost.operations)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ');

const verdictText = (cost: JudgedCost): string => {
  if (!cost.budget) return '';
  const figures = Object.entries(cost.budget.most).map(([name, most]) => `${name} ${most}`);
  return `${cost.isWithin ? 'within' : 'OVER'} ${cost.budget.of}: ${figures.join(', ')}`;
};

const overview = (workbench: RunningWorkbench): string => {
  const { clock, cast, costs } = workbench.services;
  const next = clock.next();
  return page(
    'Baton workbench',
    html`<header>
        <h1>Baton workbench</h1>
        <p>
          One agreement between ${cast.parties.msp} and ${cast.parties.client}, on two desks. These are stand-ins; the
          apps in them are the ones that are deployed.
        </p>
        <p><a href="/gallery">Every condition of the panel, in pictures</a></p>
        <div class="time" role="group" aria-label="Time">
          <output>${clockText(clock.now())} UTC${clock.isPaused() ? ', paused' : ''}</output>
          <button data-time='{"advanceMinutes":5}'>+5 min</button>
          <button data-time='{"advanceMinutes":60}'>+1 h</button>
          <button data-time='{"next":true}'>Next: ${next ? `${next.label}` : 'nothing'}</button>
          <button data-time='{"run":${String(clock.isPaused())}}'>${clock.isPaused() ? 'Run' : 'Pause'}</button>
        </div>
      </header>
      <main>
        ${workbench.desks.map(desk => ticketRows(workbench, desk))}
        <section class="wide">
          <h2>What the last actions cost</h2>
          <table>
            <thead>
              <tr>
                <th>When</th>
                <th>Desk</th>
                <th>Action</th>
                <th>Platform operations</th>
                <th>Budget</th>
              </tr>
            </thead>
            <tbody>
              ${costs
                .list()
                .slice(0, 30)
                .map(
                  cost =>
                    html`<tr>
                      <td>${clockText(cost.at)}</td>
                      <td>${cost.desk}</td>
                      <td>${cost.action}</td>
                      <td>${costText(cost)}</td>
                      <td>${verdictText(judged(cost))}</td>
                    </tr>`,
                )}
            </tbody>
          </table>
        </section>
        <section class="wide">
          <h2>Said to the admin</h2>
          <ul class="lines">
            ${workbench.lines
              .slice(-30)
              .reverse()
              .map(({ at, desk, line }) => html`<li><small>${clockText(at)} ${desk}</small> ${line}</li>`)}
          </ul>
        </section>
      </main>`,
  );
};

async function ledgerPage(workbench: RunningWorkbench, desk: WorkbenchDesk['name'], id: string): Promise<string> {
  const { facts } = await metLedger(workbench, desk, id);
  return page(
    `Ledger of ${id}`,
    html`<header>
        <p><a href="/">Workbench</a></p>
        <h1>Ledger of ${deskTitle[desk]} ${id}</h1>
        <p><a href="${ticketPath(desk, id)}">Open the ticket</a></p>
      </header>
      <main>
        <section class="wide">
          <table>
            <thead>
              <tr>
                <th>#</th>
                <th>Happened (UTC)</th>
                <th>Fact</th>
                <th>By</th>
                <th>Assurance</th>
                <th>Says</th>
                <th>Hash</th>
              </tr>
            </thead>
            <tbody>
              ${facts.map(
                fact =>
                  html`<tr>
                    <td>${fact.seq}</td>
                    <td>${clockText(fact.at)}</td>
                    <td>${fact.type}</td>
                    <td>${fact.by.person ?? fact.by.rule ?? fact.by.native ?? 'unknown'}</td>
                    <td>${fact.by.assurance}</td>
                    <td>
                      <details>
                        <summary>data</summary>
                        <pre>${JSON.stringify(fact.data, null, 2)}</pre>
                      </details>
                    </td>
                    <td><code>${fact.hash.slice(0, 12)}</code></td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </section>
      </main>`,
  );
}

/** `/` and the pages behind it: what is on both desks, what it cost, and each ledger fact by fact. */
export function overviewRoutes(workbench: RunningWorkbench): Router {
  const router = Router();
  router.use('/assets', files(join(__dirname, 'assets')));
  router.get('/', (_request, response) => void response.type('html').send(overview(workbench)));
  router.get('/ledger/:desk/:id', async (request, response) => {
    const { desk, id } = request.params;
    if ((desk === 'jira' || desk === 'freshservice') && workbench.hasTicket(desk, id)) {
      response.type('html').send(await ledgerPage(workbench, desk, id));
    } else response.status(404).send('There is no such ticket.');
  });
  return router;
}
