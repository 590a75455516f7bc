/* npm run bench:time: service time beside date libraries and a day index by hand, every timed answer compared. */
import { performance } from 'node:perf_hooks';
import { compileCalendar, DAY, dueAfter, elapsedWithin } from '@baton/shared';
import { dayjsPlugin, momentPlugin } from './businessTimes';
import { dayIndex } from './dayIndex';
import { dateFns, luxon, temporal } from './dayLoops';
import {
  allHours,
  drawnQuestions,
  specOf,
  type Answerer,
  type Contestant,
  type Question,
  type ServiceHours,
} from './serviceHours';
import { table } from './table';

/** How long each is measured, ms. */
const MEASURED = 400;
const spans = { 'a day': DAY, 'a month': 30 * DAY, 'a year': 365 * DAY };
/** Questions for those that answer at once, and for those that walk. */
const [MANY, FEW] = [8192, 64];

const baton: Contestant = hours => {
  const calendar = compileCalendar(specOf(hours));
  return {
    name: 'Baton',
    elapsed: (start, end) => elapsedWithin(calendar, start, end),
    due: (start, owed) => dueAfter(calendar, start, owed),
  };
};

type Kind = 'elapsed' | 'due';
const kinds: readonly Kind[] = ['elapsed', 'due'];

/** Questions of one kind as the two numbers they ask with, and what the reference answers. */
interface Asked {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly answers: Float64Array;
}

function askedOf(kind: Kind, questions: readonly Question[], reference: Answerer): Asked {
  const first = Float64Array.from(questions, ({ start }) => start);
  const second = Float64Array.from(questions, ({ end, owed }) => (kind === 'due' ? owed : end));
  return { first, second, answers: first.map((start, n) => reference[kind](start, second[n] as number)) };
}

/** Kept so that no answer is left uncomputed. */
let kept = 0;

/** Answers in a second, the questions one after the other over and over; warmed up first. */
function perSecond(ask: Answerer[Kind], { first, second }: Asked): number {
  let rate = 0;
  for (const limit of [MEASURED / 4, MEASURED]) {
    const began = performance.now();
    let [took, done, batch, next] = [0, 0, 1, 0];
    for (; took < limit; took = performance.now() - began) {
      for (let n = 0; n < batch; n += 1) {
        kept += ask(first[next] as number, second[next] as number);
        next = next + 1 === first.length ? 0 : next + 1;
      }
      done += batch;
      batch = Math.min(batch * 2, MANY);
    }
    rate = (done * 1000) / took;
  }
  return rate;
}

function answer(ask: Answerer[Kind], { first, second }: Asked, n: number): number {
  try {
    return ask(first[n] as number, second[n] as number);
  } catch {
    return NaN;
  }
}

const rounded = (value: number): string => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const iso = (at: number): string => (Number.isNaN(at) ? 'nothing' : new Date(at).toISOString());
const minutes = (ms: number): string => `${ms / 60_000} min`;

/** What was answered otherwise than by the reference, with the first example; undefined where nothing was. */
function remarkOn(kind: Kind, answerer: Answerer, asked: Asked): string | undefined {
  const others = [...asked.first.keys()].filter(n => answer(answerer[kind], asked, n) !== asked.answers[n]);
  const [n] = others;
  if (n === undefined) return undefined;
  const [told, asking] = kind === 'due' ? [iso, minutes] : [minutes, iso];
  const [start, second, right] = [asked.first[n], asked.second[n], asked.answers[n]] as [number, number, number];
  const its = told(answer(answerer[kind], asked, n));
  const example = `${iso(start)} and ${asking(second)} give ${its}, not ${told(right)}`;
  return `${others.length} of ${asked.first.length} otherwise, such as: ${example}`;
}

const remarks: string[] = [];

/** What must agree, and the two plugins, whose own arithmetic is theirs. */
const contestants: readonly Contestant[] = [baton, dayIndex, luxon, dateFns, temporal, dayjsPlugin, momentPlugin];

/** How many of the first contestants answer at once, and must answer as the reference does. */
const [QUICK, BOUND] = [2, 5];

function measured(hours: ServiceHours, [span, length]: readonly [string, number], count = Infinity): string[][] {
  const reference = dayIndex(hours);
  const questions = drawnQuestions(MANY, length, reference);
  const ours = { elapsed: NaN, due: NaN };
  return contestants.slice(0, count).map((contestant, n) => {
    const answerer = contestant(hours);
    const cells = kinds.flatMap(kind => {
      const asked = askedOf(kind, n < QUICK ? questions : questions.slice(0, FEW), reference);
      const remark = remarkOn(kind, answerer, asked);
      if (remark !== undefined) remarks.push(`${hours.name}, ${span}, ${kind}, ${answerer.name}: ${remark}`);
      if (remark !== undefined && n < BOUND) process.exitCode = 1;
      const rate = perSecond(answerer[kind], asked);
      if (n === 0) ours[kind] = rate;
      return [rounded(rate), remark === undefined ? rounded(ours[kind] / rate) : 'left out'];
    });
    return [n === 0 ? hours.name : '', n === 0 ? span : '', answerer.name, ...cells];
  });
}

const rounds = allHours.flatMap(hours => Object.entries(spans).map(span => [hours, span] as const));
// What answers in nanoseconds is fast only once it has seen everything that it will be asked.
for (const [hours, span] of rounds) measured(hours, span, QUICK);
remarks.length = 0;
const rows = rounds.flatMap(([hours, span]) => measured(hours, span));
const headings = [
  'hours',
  'span',
  'who',
  'elapsed a second',
  'Baton is × as fast',
  'due a second',
  'Baton is × as fast',
];
console.log(table(headings, rows));
console.log(`\nLeft out, since their answers are others\n\n${remarks.join('\n') || 'none'}`);
if (Number.isNaN(kept)) console.error('Something answered with no number.');
