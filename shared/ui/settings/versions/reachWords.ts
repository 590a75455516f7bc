import type { Mode, Reach } from '../../../src/settings';

/** What an agreement does beyond counting, by its mode, after “it”. */
export const modeWords: Readonly<Record<Mode, string>> = {
  observe: 'only watches',
  pilot: 'tells both sides, and sends nothing back',
  enforce: 'enforces: it sends back what was not handed off',
};

/** The two sides by their names. */
export type SideNames = Readonly<Record<'msp' | 'client', string>>;

/** The ways a ticket can cross, with their words. */
export const waysOf = ({ msp, client }: SideNames) =>
  [
    ['client>msp', `From ${client} to ${msp}`],
    ['msp>client', `From ${msp} to ${client}`],
  ] as const;

/** As many cells as are read at a glance. */
const SHOWN = 4;

const few = (names: readonly string[]): string => {
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
};

const modes: readonly Mode[] = ['enforce', 'pilot', 'observe'];

/** How far an agreement goes, in sentences; cells that go otherwise than their boundary last. */
export function reachText({ boundaries, cells }: Reach, names: SideNames): readonly string[] {
  const [there, back] = [boundaries['client>msp'], boundaries['msp>client']];
  const ways =
    there === back
      ? [`Both ways it ${modeWords[there]}.`]
      : waysOf(names).map(([crossing, way]) => `${way} it ${modeWords[boundaries[crossing]]}.`);
  const others = modes.flatMap(mode => {
    const of = cells.filter(cell => cell.mode === mode && (mode !== there || mode !== back));
    return of.length === 0 ? [] : [`In ${few(of.map(({ name }) => name))} it ${modeWords[mode]}.`];
  });
  return [...ways, ...others];
}
