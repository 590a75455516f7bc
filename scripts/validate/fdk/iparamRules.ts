import { at, entriesOf, isObject, textOf, type Json } from './json';
import { iparamAttributes, iparamTypes } from './platform';
import { rule, unless, type Rule } from './rule';
import type { StagedApp } from './stagedApp';

const file = 'config/iparams.json';
const listed = ['dropdown', 'radio', 'multiselect'];
const patterned = ['text', 'email', 'phone_number', 'url'];

type Check = (field: Json, key: string, app: StagedApp) => string[];

/** I1 to I10: the fields of the settings page. */
export const iparamRules: readonly Rule[] = [
  eachField('I1', (field, key) =>
    entriesOf(field)
      .filter(([attribute]) => !iparamAttributes.includes(attribute))
      .map(([attribute]) => `Invalid attribute, ${attribute}, found in the '${key}' field.`),
  ),
  eachField('I2', (field, key) => {
    const missing = ['display_name', 'type'].filter(attribute => textOf(at(field, attribute)) === '');
    return unless(missing.length === 0, `The mandatory key(s), ${missing.join(', ')}, missing for the '${key}' field.`);
  }),
  eachField('I3', (field, key) =>
    unless(iparamTypes.includes(typeOf(field)), `Invalid type, ${typeOf(field)}, found in the '${key}' field.`),
  ),
  eachField('I4', (field, key) =>
    unless(!listed.includes(typeOf(field)) || Array.isArray(at(field, 'options')), `The '${key}' field needs options.`),
  ),
  eachField('I5', (field, key) => {
    if (typeOf(field) !== 'dropdown') return [];
    const options = at(field, 'options');
    const isListed = Array.isArray(options) && options.includes(at(field, 'default_value'));
    return unless(isListed, `The default value specified for the '${key}' dropdown type is not listed in the options.`);
  }),
  eachField('I6', (field, key) => {
    const rules = entriesOf(at(field, 'regex')).map(([name]) => name);
    const unexplained = rules.filter(name => !name.endsWith('-error') && !rules.includes(`${name}-error`));
    return [
      ...unless(rules.length === 0 || patterned.includes(typeOf(field)), `'${key}' is of a type without regex.`),
      ...unexplained.map(name => `The rule ${name} of '${key}' has no ${name}-error text.`),
    ];
  }),
  eachField('I7', (field, key) =>
    ['required', 'secure', 'visible', ...(typeOf(field) === 'checkbox' ? ['default_value'] : [])]
      .filter(attribute => !['boolean', 'undefined'].includes(typeof at(field, attribute)))
      .map(attribute => `${attribute} of '${key}' must be true or false.`),
  ),
  eachField('I8', (field, key) => {
    const product = textOf(at(field, 'type_attributes', 'product'));
    return unless(
      !['domain', 'api_key'].includes(typeOf(field)) || ['freshservice', 'current'].includes(product),
      `Mandatory key(s) \`product\` missing in \`type_attributes\` for ${key}`,
    );
  }),
  eachField('I9', (field, key, app) =>
    entriesOf(at(field, 'events'))
      .filter(([event, name]) => event !== 'change' || !hasFunction(app, textOf(name)))
      .map(([event]) => `The ${event} event of '${key}' needs a function in config/assets/iparams.js.`),
  ),
  eachField(
    'I10',
    (field, key) =>
      unless(
        !/auth|token|key|secret/i.test(key) || at(field, 'secure') === true,
        `iparam '${key}' appears to be a secure param but it isn't marked as secure.`,
      ),
    'warning',
  ),
];

function eachField(id: string, check: Check, level?: 'error' | 'warning'): Rule {
  return rule(id, file, app => entriesOf(app.iparams).flatMap(([key, field]) => check(field, key, app)), level);
}

function typeOf(field: Json): string {
  return isObject(field) ? textOf(field['type']) : '';
}

function hasFunction(app: StagedApp, name: string): boolean {
  const script = 'config/assets/iparams.js';
  return name !== '' && app.has(script) && new RegExp(`\\b${name}\\b`).test(app.text(script));
}
