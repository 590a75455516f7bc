import { createServer } from 'node:net';

const usual = '4300';

/** The port that PORT asks for. */
export function chosenPort(asked: string | undefined): number {
  const text = asked || usual;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
}

/** Throws a sentence when somebody else listens there. */
export async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${error.message})`;
    throw new Error(`Port ${port} ${reason}. Choose another: PORT=${port === 65_535 ? usual : port + 1} npm start`);
  });
  await new Promise(resolve => probe.close(resolve));
}
