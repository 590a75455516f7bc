import type { Section } from './section';

/** The sections of the settings, in the order in which somebody needs them. Each is loaded when it is opened first. */
export const sections: readonly Section[] = [
  {
    id: 'versions',
    title: 'Versions',
    purpose: 'What both parties signed, and what waits for a signature.',
    load: async () => (await import('./versions/Versions')).Versions,
  },
  {
    id: 'matrix',
    title: 'Matrix',
    purpose: 'Which work goes to whom, and by when.',
    load: async () => (await import('./matrix/Matrix')).Matrix,
  },
  {
    id: 'setup',
    title: 'Set up',
    purpose: 'Who is who: parties, teams, people, hours and channels.',
    load: async () => (await import('./setup/Setup')).Setup,
  },
  {
    id: 'compare',
    title: 'Compare',
    purpose: 'What is other in one version than in another, in words.',
    load: async () => (await import('./compare/Compare')).Compare,
  },
  {
    id: 'audit',
    title: 'Audit log',
    purpose: 'Who changed what, when and why.',
    load: async () => (await import('./audit/AuditLog')).AuditLog,
  },
  {
    id: 'file',
    title: 'File',
    purpose: 'One file says it all, and either product reads it.',
    load: async () => (await import('./file/AgreementFile')).AgreementFile,
  },
  {
    id: 'pages',
    title: 'Pages',
    purpose: 'Written from the agreement, to print or to paste elsewhere.',
    load: async () => (await import('./pages/Pages')).Pages,
  },
  {
    id: 'replay',
    title: 'Replay',
    purpose: 'Your last quarter, told again: hours nobody owned, and warnings that would have come.',
    load: async () => (await import('./replay/Replay')).Replay,
  },
  {
    id: 'about',
    title: 'About',
    purpose: 'What Baton may do here, what it keeps, and how to leave it.',
    load: async () => (await import('./about/About')).About,
  },
];
