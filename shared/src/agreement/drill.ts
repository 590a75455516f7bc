/** What came of a drill on one channel. */
export type DrillHeard = 'taken' | 'refused' | 'busy' | 'unreachable' | 'redirected' | 'not set up';

/** When (epoch ms) a party's channels were last tried, by whom, and what each did. */
export interface Drill {
  readonly at: number;
  readonly by: string;
  readonly heard: Readonly<Record<string, DrillHeard>>;
}
