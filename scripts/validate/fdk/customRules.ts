import type { Rule } from 'eslint';

type Assignment = Parameters<NonNullable<Rule.RuleListener['AssignmentExpression']>>[0];

/** A rule that reports every node a selector finds. */
function banned(selector: string, message: string): Rule.RuleModule {
  return { create: context => ({ [selector]: (node: Rule.Node) => context.report({ node, message }) }) };
}

const rawRequest = ":matches([callee.name='fetch'], [callee.name='XMLHttpRequest'], [callee.object.name='axios'])";
const handled = ":not([callee.property.name='catch'])";
const openThen = ":not(:has(> CallExpression[callee.property.name='then'][arguments.length=2]))";

/** Whether the assignment changes a variable of a function around the one it stands in. */
function crossesScopes(context: Rule.RuleContext, node: Assignment): boolean {
  if (node.left.type !== 'Identifier') return false;
  const { name } = node.left;
  const here = context.sourceCode.getScope(node);
  const variable = here.references.find(({ identifier }) => identifier.name === name)?.resolved;
  return variable?.scope !== undefined && variable.scope.variableScope !== here.variableScope;
}

const crossScopeAssign: Rule.RuleModule = {
  create: context => ({
    AssignmentExpression(node) {
      if (!crossesScopes(context, node)) return;
      const name = context.sourceCode.getText(node.left);
      const message = `'${name}' declared and assigned in different scopes. Possible asynchronous race condition.`;
      context.report({ node, message });
    },
  }),
};

/** The FDK's own rules, as far as their documented messages tell what they look for. */
export const customRules: Readonly<Record<string, Rule.RuleModule>> = {
  'no-unpkg-cdn': banned('Literal[value=/unpkg\\.com/]', 'unpkg is no longer supported; use jsDelivr or cdnjs.'),
  'no-deprecated-apis': banned(
    "CallExpression[callee.object.name='$request'][callee.property.name=/^(get|post|put|patch|delete)$/]",
    'This is no longer supported in Request API',
  ),
  'no-unhandled-promise': banned(
    `ExpressionStatement${openThen} > CallExpression[callee.property.name='then']${handled}`,
    'Expected rejection to be handled.',
  ),
  'no-logging-rejections': banned(
    "CallExpression[callee.property.name='catch'] > MemberExpression.arguments[object.name='console']",
    'A rejection is only logged.',
  ),
  'no-non-client-request-model': banned(
    `:matches(CallExpression, NewExpression)${rawRequest}`,
    'Use request templates instead of raw requests.',
  ),
  'no-cross-scope-assign': crossScopeAssign,
};
