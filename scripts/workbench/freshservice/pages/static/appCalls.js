/* What an app may ask of any page it is on. */
import { get, post, ticket } from './pageRequests.js';

const iparams = async name => {
  const values = await get('platform/iparams');
  if (!name) return values;
  if (!(name in values)) throw { status: 404, message: `The installation parameter '${name}' is not available` };
  return { [name]: values[name] };
};

const about = ticket === undefined ? '' : `?ticket=${ticket}`;

export const appCalls = {
  'data.get': (_frame, name) => get(`platform/data/${encodeURIComponent(name)}${about}`),
  'iparams.get': (_frame, name) => iparams(name),
  'request.invoke': (_frame, name, data) => post(`platform/methods/${encodeURIComponent(name)}`, data),
  operate: (_frame, name, parts) => post(`platform/operations/${encodeURIComponent(name)}`, { parts }),
};
