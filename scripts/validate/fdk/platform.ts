/* What the platform documents: names, places and limits. */

const appSetup = ['onAppInstall', 'afterAppUpdate', 'onAppUninstall', 'onExternalEvent', 'onScheduledEvent'];
const ticketPages = [
  ...['ticket_sidebar', 'ticket_requester_info', 'ticket_conversation_editor', 'ticket_top_navigation'],
  ...['ticket_background', 'new_ticket_background', 'new_ticket_sidebar', 'new_ticket_description_editor'],
];

/** Modules an app may name, with the events and places each has. */
export const platformModules: Readonly<Record<string, { events: readonly string[]; locations: readonly string[] }>> = {
  common: { events: appSetup, locations: ['full_page_app'] },
  service_ticket: { events: ['onTicketCreate', 'onTicketUpdate', 'onConversationCreate'], locations: ticketPages },
};

/** Keys a manifest may have at the top. */
export const manifestKeys = ['platform-version', 'modules', 'engines', 'dependencies', 'scripts', 'metaConfig', 'app'];

/** Seconds a server method may be given; the samples' 10 and 15 contradict the text. */
export const methodTimeouts = [20, 25, 30];

/** What config/ may hold. */
export const configFiles = [
  ...['iparams.json', 'iparams.html', 'requests.json', 'oauth_config.json', 'entities.json'],
  ...['app_settings.json', 'iparam_test_data.json'],
];

/** Content types a request template may send. */
export const contentTypes = [
  ...['application/json', 'application/xml', 'text/html', 'text/xml', 'application/jsonp', 'text/plain'],
  ...['text/javascript', 'application/vnd.api+json'],
];

/** What a field of the settings page may be. */
export const iparamTypes = [
  ...['text', 'paragraph', 'dropdown', 'email', 'number', 'phone_number', 'date', 'url', 'radio', 'checkbox'],
  ...['multiselect', 'domain', 'api_key'],
];

/** What a field of the settings page may say about itself. */
export const iparamAttributes = [
  ...['display_name', 'description', 'type', 'required', 'visible', 'default_value', 'options', 'regex', 'secure'],
  ...['data-bind', 'type_attributes', 'events'],
];

/** What a field of an entity may be. */
export const entityFieldTypes = [
  ...['text', 'paragraph', 'integer', 'float', 'datetime', 'date', 'boolean', 'enum', 'section'],
];
