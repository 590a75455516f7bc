import { itemOf, noContent, ok, RestError, type RestRequest, type Route } from './restRequest';

const PROPERTIES = '/rest/api/3/issue/{id}/properties';
const VALUE_LENGTH = 32_768;
const KEY_LENGTH = 255;

function setProperty({ model, params, body }: RestRequest) {
  const item = itemOf({ model, params });
  const key = params.key!;
  if (key.length > KEY_LENGTH) throw new RestError(400, 'The property key cannot be longer than 255 characters.');
  if (body === undefined) throw new RestError(400, 'The property value must be valid JSON.');
  if (JSON.stringify(body).length > VALUE_LENGTH) {
    throw new RestError(400, `The property value cannot be longer than ${VALUE_LENGTH} characters.`);
  }
  return { status: model.records.setProperty(item.id, key, body) ? 201 : 200 };
}

const missing = (key: string) => new RestError(404, `The property with key ${key} does not exist.`);

function readProperty({ model, params }: RestRequest) {
  const key = params.key!;
  const value = model.records.property(itemOf({ model, params }).id, key);
  if (value === undefined) throw missing(key);
  return ok({ key, value });
}

function removeProperty({ model, params }: RestRequest) {
  const key = params.key!;
  if (!model.records.removeProperty(itemOf({ model, params }).id, key)) throw missing(key);
  return noContent;
}

/** Entity properties of work items. */
export const propertyRoutes: Route[] = [
  {
    method: 'GET',
    path: PROPERTIES,
    scope: 'read:jira-work',
    handle: request => {
      const item = itemOf(request);
      const self = (key: string) => `${request.beans.issue(item, []).self}/properties/${key}`;
      return ok({ keys: request.model.records.propertyKeys(item.id).map(key => ({ key, self: self(key) })) });
    },
  },
  { method: 'GET', path: `${PROPERTIES}/{key}`, scope: 'read:jira-work', handle: readProperty },
  { method: 'PUT', path: `${PROPERTIES}/{key}`, scope: 'write:jira-work', handle: setProperty },
  { method: 'DELETE', path: `${PROPERTIES}/{key}`, scope: 'write:jira-work', handle: removeProperty },
];
