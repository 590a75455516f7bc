import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KEY, storyDesk } from './alertDesk';

const readme = readFileSync(join(__dirname, '../../README.md'), 'utf8');
const sample = (language: string, about: string): string => {
  const found = [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code]) => code);
  return found.find(code => code?.includes(about)) ?? '';
};
const now = (): string => new Date().toISOString().slice(0, 16).replace('T', ' ');

describe('what the README says a source can send', () => {
  const desk = storyDesk();
  const statuses: number[] = [];
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString('utf8')));
      request.on('end', () => {
        void desk.knock({ headers: {}, body }, now()).then(({ status }) => {
          statuses.push(status);
          response.writeHead(status).end();
        });
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void (statuses.length = 0));
  afterAll(() => server.close());

  it('is let in from a shell', async () => {
    const script = sample('sh', 'openssl').replace('whsec_…', KEY).replace('https://…', url);
    await promisify(execFile)('sh', ['-c', script]);
    expect(statuses).toEqual([202]);
  });

  it('is let in from a step of Zapier', async () => {
    const step = new Function(
      'require',
      'inputData',
      'fetch',
      `return (async () => { ${sample('js', 'inputData')} })();`,
    );
    const alert = { alert: 'db-9', action: 'trigger', severity: 'critical', summary: 'Größer als "erlaubt"' };
    expect(await step(require, { url, key: KEY, ...alert }, fetch)).toEqual({ status: 202 });
  });

  it('is let in as Make signs it: the HMAC in base64 under the decoded key', () => {
    expect(readme).toContain('sha256(id + "." + timestamp + "." + payload; "base64"; key; "base64")');
  });
});
