import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { grants } from '../../shared/src/settings/grants';

const read = (path: string): string => readFileSync(join(__dirname, '../..', path), 'utf8');
const names = (of: readonly { readonly name: string }[]): string[] => of.map(({ name }) => name).sort();
const once = (list: readonly string[]): string[] => [...new Set(list)].sort();

interface Manifest {
  permissions: { scopes: string[]; external: { fetch: { backend: { address: string }[] } } };
}

interface Template {
  schema: { method: string; host: string; path: string };
}

describe('What an administrator is told the app may do', () => {
  it('on Jira is every scope and host of its manifest, and nothing else', () => {
    const { permissions } = parse(read('manifest.yml')) as Manifest;
    expect(names(grants.jira.scopes)).toEqual([...permissions.scopes].sort());
    const hosts = permissions.external.fetch.backend.map(({ address }) => address);
    expect(names(grants.jira.egress)).toEqual([...hosts].sort());
  });

  it('on Freshservice is every request of its API, and that others go where somebody entered', () => {
    const templates = Object.values(
      JSON.parse(read('freshservice-app/config/requests.json')) as Record<string, Template>,
    );
    const own = templates.filter(({ schema }) => schema.host === '<%= iparam.fs_domain %>');
    const asked = own.map(({ schema: { method, path } }) => `${method} ${path.replace(/<%=.*?%>/g, '…')}`);
    expect(names(grants.freshservice.scopes)).toEqual(once(asked));
    const others = templates.filter(template => !own.includes(template)).map(({ schema: { host } }) => host);
    expect(once(others)).toEqual(['<%= context.host %>']);
  });

  it('is said with its reason', () => {
    const all = Object.values(grants).flatMap(({ scopes, egress }) => [...scopes, ...egress]);
    expect(all.filter(({ why }) => !/^[A-Z].*\.$/.test(why))).toEqual([]);
  });
});
