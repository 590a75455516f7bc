import { basename } from 'node:path';

/** Names that say nothing about what is inside. */
export const emptyNames = /^(utils?|helpers?|common|managers?|types?)(\.|$)/i;

/** An ESLint rule: a file is named after what it holds. */
export const tellingFileName = {
  meta: { type: 'suggestion', messages: { empty: "'{{name}}' says nothing about what is inside." }, schema: [] },
  create(context) {
    const name = basename(context.filename);
    return {
      Program(node) {
        if (emptyNames.test(name)) context.report({ node, messageId: 'empty', data: { name } });
      },
    };
  },
};
