import { Router, text } from 'express';
import type { ForgeHost } from '../../forge/forgeHost';

/** As much as the platform lets a call bring. */
const LARGEST = '500kb';

/** Where anybody may call the app: the body as it came. */
export function webTriggerRoutes(host: ForgeHost): Router {
  const router = Router();
  router.all('/*rest', text({ type: () => true, limit: LARGEST }), async (request, response) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = typeof request.body === 'string' ? request.body : '';
    const { method, originalUrl, path } = request;
    const answer = await host.knock(`/public${path}`, { method, path: originalUrl, headers, body });
    if (!answer) return void response.sendStatus(404);
    response
      .status(answer.status)
      .set(answer.headers ?? {})
      .send(answer.body);
  });
  return router;
}
