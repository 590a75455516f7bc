import { stateOf, unopened } from '../../shared/src/escalation';
import { decodePage, encodePage, memoryLedger, type LedgerFact } from '../../shared/src/ledger';
import { hashOf } from '../support/story';
import { anyStory, holdsFor, settled, tell } from './drawnStories';

const copied = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

it('the facts of a ledger, read back page by page, add up to the live state', () =>
  holdsFor(anyStory(), async drawn => {
    const { ports, ticket, state, history } = await tell(drawn, { ledger: memoryLedger(9_000) });
    expect(stateOf(copied<readonly LedgerFact[]>(history.facts))).toEqual(state);
    expect((await ports.ledger.load(ticket))?.page.state ?? unopened).toEqual(state);
  }));

it('a page comes back from its store as it was put there', () =>
  holdsFor(anyStory(), async drawn => {
    const { ports, ticket } = await tell(drawn);
    const page = (await ports.ledger.load(ticket))?.page;
    if (page) expect(decodePage(copied(encodePage(page, hashOf)), hashOf)).toEqual(page);
  }));

it('the ticket events of a live ledger, told to an empty one, give that ledger again, hash by hash', () =>
  holdsFor(anyStory(), async drawn => {
    const live = await tell(drawn);
    const again = await tell(settled(drawn, live), { ledger: memoryLedger() });
    expect(again.history).toEqual(live.history);
  }));
