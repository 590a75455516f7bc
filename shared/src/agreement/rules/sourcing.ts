import { matchCell } from '../matrix/match';
import { own } from '../own';
import type { Agreement } from '../schema';
import { entries, rule, type Place, type Rule } from './rule';

type Source = Agreement['sources'][string];
type Severity = Extract<Source, { kind: 'alerts' }>['severities'][string];

const severities = ({ sources }: Agreement): readonly Place<Severity & { readonly workType: string }>[] =>
  entries('sources', sources).flatMap(({ path, value }) =>
    value.kind !== 'alerts'
      ? []
      : entries(`${path}.severities`, value.severities).map(each => ({
          path: each.path,
          value: { ...each.value, workType: value.workType },
        })),
  );

const vendorsNamed = ({ sources }: Agreement): readonly Place<string>[] =>
  entries('sources', sources).flatMap(({ path, value }) =>
    value.kind === 'vendor' ? [{ path: `${path}.vendor`, value: value.vendor }] : [],
  );

/** The channels by which vendors take cases. */
const vendorChannels = ({ vendors }: Agreement): readonly Place<string>[] =>
  entries('vendors', vendors).flatMap(({ path, value: { webhook } }) =>
    webhook === undefined ? [] : [{ path: `${path}.webhook`, value: webhook }],
  );

/** Whatever may come from outside leads somewhere, and so does what leaves for a vendor. */
export const sourcing: readonly Rule[] = [
  rule({
    code: 'unknown-team',
    at: severities,
    holds: ({ team }, { teams }) => own(teams, team) !== undefined,
    message: ({ team }) =>
      `names “${team}”, which is no team of this agreement; add it under teams or correct the name`,
  }),
  rule({
    code: 'unknown-vendor',
    at: vendorsNamed,
    holds: (name, { vendors }) => own(vendors, name) !== undefined,
    message: name => `names “${name}”, which is no vendor of this agreement; add it under vendors or correct the name`,
  }),
  rule({
    code: 'no-webhook',
    at: vendorChannels,
    holds: (name, { channels }) => own(channels, name)?.kind === 'webhook',
    message: name => `names “${name}”, which is no webhook of this agreement; add it under channels, of kind webhook`,
  }),
  rule({
    code: 'severity-missing',
    at: ({ sources }) => entries('sources', sources),
    holds: source => source.kind !== 'alerts' || own(source.severities, '*') !== undefined,
    message: () => 'says nothing of severities it does not name; add “*” to severities',
  }),
  rule({
    code: 'ungoverned-alert',
    at: severities,
    holds: ({ priority, workType }, agreement) => matchCell(agreement, { workType, priority }) !== undefined,
    message: ({ priority, workType }) =>
      `opens a ${workType} of priority ${priority}, which no cell governs; add a cell for it`,
  }),
  rule({
    code: 'duplicate-source',
    at: ({ sources }) =>
      entries('sources', sources).map(({ path }) => ({ path, value: path.slice('sources.'.length) })),
    holds: (name, { channels }) => own(channels, name) === undefined,
    message: name => `is “${name}”, as a channel is; their keys are kept by name, so give it another one`,
  }),
];
