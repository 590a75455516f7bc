import type { Course } from './course';

/** Teams that may be of one party, and why it looks so; a suggestion for the mapping, never a verdict. */
export interface TeamsAlike {
  readonly teams: readonly string[];
  readonly because: 'name' | 'moves';
  /** The words they share, or how often tickets moved between them. */
  readonly shared: string;
}

const SUGGESTED = 20;
/** Two teams look like one party by how tickets move from this share of either's moves on, and this many of them. */
const CLOSE = 0.5;
const OFTEN = 5;

const NUMBERED = /[\s_-]*\d+$/;

/** The first word of a name that says more than a number: `Network L2` and `Network L3` share `network`. */
function stemOf(team: string): string | undefined {
  const [stem] = team
    .replace(NUMBERED, '')
    .toLowerCase()
    .split(/[\s_/:-]+/);
  return stem !== undefined && stem.length >= 3 && !/^(group|team|queue|dept)s?$/.test(stem) ? stem : undefined;
}

function byName(teams: readonly string[]): TeamsAlike[] {
  const stems = new Map<string, string[]>();
  for (const team of teams) {
    const stem = stemOf(team);
    if (stem !== undefined) stems.set(stem, [...(stems.get(stem) ?? []), team]);
  }
  return [...stems].flatMap(([shared, alike]) =>
    alike.length > 1 ? [{ teams: alike, because: 'name', shared } as const] : [],
  );
}

/** Watches how tickets move between teams. */
export function teamWatch(): {
  add(course: Course): void;
  readonly alike: readonly TeamsAlike[];
  readonly teams: readonly string[];
} {
  const teams = new Set<string>();
  const moves = new Map<string, number>();
  const ofTeam = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const byMoves = (): TeamsAlike[] =>
    [...moves].flatMap(([pair, times]) => {
      const both = JSON.parse(pair) as string[];
      const least = Math.min(...both.map(team => ofTeam.get(team) ?? 0));
      return times >= OFTEN && times / least >= CLOSE
        ? [{ teams: both, because: 'moves', shared: String(times) } as const]
        : [];
    });
  return {
    add({ teams: visited }) {
      for (const [index, team] of visited.entries()) {
        teams.add(team);
        const before = visited[index - 1];
        if (before === undefined) continue;
        count(moves, JSON.stringify([before, team].sort()));
        for (const one of [before, team]) count(ofTeam, one);
      }
    },
    get teams() {
      return [...teams].sort();
    },
    get alike() {
      const close = byMoves().sort(
        (a, b) => Number(b.shared) - Number(a.shared) || (a.teams.join() < b.teams.join() ? -1 : 1),
      );
      return [...byName([...teams].sort()), ...close].slice(0, SUGGESTED);
    },
  };
}
