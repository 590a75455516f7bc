import type { Tone } from '../../src/panel/view';

/** A sign per tone for those who do not see its colour; U+FE0E keeps a sign from being drawn as a picture. */
export const signs: Readonly<Record<Tone, string>> = {
  offered: '⇄',
  held: '●',
  'at risk': '▲',
  breached: '✕',
  met: '✓',
  paused: '‖',
  'no handoff': '⚠\uFE0E',
  neutral: '',
};
