import { readSecrets, secretViolations, targetOf, type ChannelSecret } from '../../shared/src/channels';
import type { Channel } from '../../shared/src/agreement';
import { KEY } from './channelDesk';

const flow =
  'https://prod-12.westeurope.logic.azure.com/workflows/ab/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=x_Y-z';

const problem = (kind: Channel['kind'], entered: ChannelSecret): string => {
  const read = targetOf({ kind }, entered);
  return 'problem' in read ? read.problem : 'none';
};

describe('an address that is entered', () => {
  it.each([
    ['http://hooks.example.com/x', 'starts with https'],
    ['https://user:secret@hooks.example.com/x', 'starts with https'],
    ['https://hooks.example.com:8443/x', 'starts with https'],
    ['https://localhost/x', 'no public name'],
    ['https://127.0.0.1/x', 'no public name'],
    ['https://10.1.2.3/x', 'no public name'],
    ['https://[::1]/x', 'starts with https'],
    ['https://2130706433/x', 'no public name'],
    ['https://intranet/x', 'no public name'],
    ['https://monitoring.corp/x', 'no public name'],
    ['https://db.internal/x', 'no public name'],
    ['https://printer.local/x', 'no public name'],
    ['https://hooks.example.com./x', 'no public name'],
    ['https://hooks.example.com/x?token=1', 'question mark'],
    ['', 'starts with https'],
  ])('%s is refused, and the sentence says why', (address, why) => {
    expect(problem('webhook', { address, key: KEY })).toContain(why);
  });

  it('must be the channel’s own', () => {
    expect(problem('slack', { address: 'https://example.com/services/T/B/x' })).toContain('hooks.slack.com');
    expect(problem('teams', { address: 'https://contoso.webhook.office.com/x' })).toContain('workflow');
    expect(problem('teams', { address: flow })).toBe('none');
    expect(problem('webhook', { address: flow, key: KEY })).toBe('none');
    expect(problem('slack', {})).toContain('missing');
  });

  it('is taken apart so that both desks can send there', () => {
    expect(targetOf({ kind: 'teams' }, { address: flow })).toMatchObject({
      target: {
        host: 'prod-12.westeurope.logic.azure.com',
        path: 'workflows/ab/triggers/manual/paths/invoke',
        query: { 'api-version': '2016-06-01', sp: '/triggers/manual/run', sv: '1.0', sig: 'x_Y-z' },
      },
    });
  });
});

describe('a key that is entered', () => {
  it.each([['whsec_short'], ['MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], ['whsec_!!!!'], ['']])('%s signs nothing', key => {
    expect(problem('webhook', { address: 'https://hooks.example.com/x', key })).toContain('whsec_');
  });

  it('of PagerDuty has 32 characters, and the region says where it goes', () => {
    expect(problem('pagerduty', { key: 'short' })).toContain('32 characters');
    const read = targetOf({ kind: 'pagerduty', region: 'eu' }, { key: 'R'.repeat(32) });
    expect(read).toMatchObject({ target: { host: 'events.eu.pagerduty.com', path: 'v2/enqueue' } });
  });
});

describe('the addresses of an installation', () => {
  it('are refused where they are no list, without repeating them', () => {
    expect(() => readSecrets('{"noc": "https://hooks.slack.com/services/s3cr3t"}')).toThrow(/list of/);
    expect(() => readSecrets('nonsense s3cr3t')).not.toThrow(/s3cr3t/);
    expect(readSecrets(' ')).toEqual({});
  });

  it('belong to channels of the agreement', () => {
    expect(secretViolations({ noc: { kind: 'slack' } }, { nok: {} })).toEqual([
      { path: 'nok', message: 'is no channel of the agreement' },
    ]);
    expect(secretViolations({ mail: { kind: 'desk' } }, { mail: {} })[0]?.message).toContain('its own e-mail');
  });
});
