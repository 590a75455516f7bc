import { resolveBoundary } from '../boundary';
import { headerOf } from '../header';
import { writtenDuration } from '../schema/basics';
import type { Agreement } from '../schema';
import { cells, crossingsOf, ofCells } from './legs';
import { entries, place, places, repetitions, rule, type Place, type Rule } from './rule';

const durations = (agreement: Agreement): readonly Place<number>[] => [
  ...entries('boundaries', agreement.boundaries).flatMap(({ path, value }) =>
    entries(`${path}.targets`, value.targets),
  ),
  ...places('overrides.exceptions', agreement.overrides.exceptions).flatMap(({ path, value: { longest, decide } }) => [
    ...place(`${path}.longest`, longest),
    { path: `${path}.decide`, value: decide },
  ]),
  ...cells(agreement).flatMap(({ path, value: { targets, tiers, asks, rungs } }) => {
    const { respond, resolve, update, ...leg } = targets;
    return [
      ...entries(`${path}.targets`, leg),
      ...entries(`${path}.targets.update`, update),
      ...places(`${path}.rungs`, rungs).flatMap(rung =>
        place(`${rung.path}.when.after`, 'after' in rung.value.when ? rung.value.when.after : undefined),
      ),
      ...place(`${path}.asks.chase`, asks.chase),
      ...place(`${path}.targets.respond.within`, respond?.within),
      { path: `${path}.targets.resolve.within`, value: resolve.within },
      ...entries(`${path}.tiers`, tiers).flatMap(tier => entries(tier.path, tier.value)),
    ];
  }),
];

interface Order {
  readonly shorter: number;
  readonly longer: number;
}

function* acknowledgements(agreement: Agreement): Generator<Place<Order>> {
  const header = headerOf(agreement);
  for (const { path, value } of cells(agreement)) {
    const [crossing = 'client>msp'] = crossingsOf(value);
    const { acknowledge } = resolveBoundary(header, value, crossing);
    yield {
      path: `${path}.targets.acknowledge`,
      value: { shorter: acknowledge, longer: value.targets.resolve.within },
    };
  }
}

const responses = ofCells<Order>('targets.respond', ({ targets: { respond, resolve } }) =>
  respond === undefined ? undefined : { shorter: respond.within, longer: resolve.within },
);

/** What both parties may use of a cell's time: answering and holding, once in each direction it is about. */
function* legSums(agreement: Agreement): Generator<Place<Order>> {
  const header = headerOf(agreement);
  for (const { path, value } of cells(agreement)) {
    const legs = crossingsOf(value).map(crossing => {
      const { acknowledge, hold = 0 } = resolveBoundary(header, value, crossing);
      return acknowledge + hold;
    });
    const used = legs.reduce((sum, leg) => sum + leg, 0);
    yield { path: `${path}.targets`, value: { shorter: used, longer: value.targets.resolve.within } };
  }
}

const ascending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? 0));

/** Targets that make sense beside each other. */
export const promises: readonly Rule[] = [
  rule({
    code: 'not-positive',
    at: durations,
    holds: time => time > 0,
    message: () => 'is no time at all; promise at least one minute, or leave it out',
  }),
  rule({
    code: 'acknowledge-too-long',
    at: acknowledgements,
    holds: ({ shorter, longer }) => shorter < longer,
    message: ({ shorter, longer }) =>
      `gives ${writtenDuration(shorter)} to answer a handoff, but the work is due after ${writtenDuration(longer)}`,
  }),
  rule({
    code: 'respond-too-long',
    at: responses,
    holds: ({ shorter, longer }) => shorter <= longer,
    message: ({ shorter, longer }) =>
      `is ${writtenDuration(shorter)}, longer than the ${writtenDuration(longer)} to resolve`,
  }),
  rule({
    code: 'confirmation-too-long',
    at: ({ confirmationDays, reopenWindowDays }) =>
      place('confirmationDays', { shorter: confirmationDays, longer: reopenWindowDays }),
    holds: ({ shorter, longer }) => shorter <= longer,
    message: ({ shorter, longer }) =>
      `is ${shorter} days, longer than the ${longer} days in which a reopening goes on; shorten it`,
  }),
  rule({
    code: 'duplicate-rung',
    at: agreement =>
      cells(agreement).flatMap(({ path, value }) =>
        repetitions(
          places(`${path}.rungs`, value.rungs).map(each => ({ path: `${each.path}.id`, value: each.value.id })),
        ),
      ),
    holds: () => false,
    message: ({ value, first }) => `is “${value}”, as ${first} is; give each rung a name of its own`,
  }),
  rule({
    code: 'warnings-unordered',
    at: ofCells('warnings', cell => cell.warnings),
    holds: ascending,
    message: () => 'are not in rising order, each once',
  }),
];

/** Both parties using all they may must still meet what the customer was promised. */
export const legsFit: Rule = rule({
  code: 'legs-exceed-promise',
  advice: true,
  at: legSums,
  holds: ({ shorter, longer }) => shorter <= longer,
  message: ({ shorter, longer }) =>
    `lets the parties use ${writtenDuration(shorter)} together, but ${writtenDuration(longer)} are promised; shorten acknowledge or hold`,
});
