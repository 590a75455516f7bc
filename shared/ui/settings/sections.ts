import type { Section } from './section';

/** The sections of the settings, in the order in which somebody needs them. Each is loaded when it is opened first. */
export const sections: readonly Section[] = [
  { id: 'versions', title: 'Versions', load: async () => (await import('./versions/Versions')).Versions },
  { id: 'matrix', title: 'Matrix', load: async () => (await import('./matrix/Matrix')).Matrix },
  { id: 'setup', title: 'Set up', load: async () => (await import('./setup/Setup')).Setup },
  { id: 'compare', title: 'Compare', load: async () => (await import('./compare/Compare')).Compare },
  { id: 'audit', title: 'Audit log', load: async () => (await import('./audit/AuditLog')).AuditLog },
  { id: 'file', title: 'File', load: async () => (await import('./file/AgreementFile')).AgreementFile },
  { id: 'pages', title: 'Pages', load: async () => (await import('./pages/Pages')).Pages },
  { id: 'replay', title: 'Replay', load: async () => (await import('./replay/Replay')).Replay },
  { id: 'about', title: 'About', load: async () => (await import('./about/About')).About },
];
