import { TokenParser, TokenParserError, TokenType, type Tokenizer } from '@streamparser/json';

type Token = Parameters<Tokenizer['onToken']>[0];

/** Given each entry of a document, and where in the document it begins, bytes. */
export type TakeEntry = (entry: unknown, offset: number) => void;

/** The lists of a page whose elements are entries of their own. */
const LISTS: ReadonlySet<unknown> = new Set(['issues', 'tickets', 'values']);

const opens = ({ token }: Token): boolean => token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET;
const closes = ({ token }: Token): boolean => token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET;

/** Puts a value together from its tokens. */
function assembling(done: (value: unknown) => void): TokenParser {
  const parser = new TokenParser({ paths: ['$'] });
  parser.onValue = ({ value }) => done(value);
  return parser;
}

/** Puts the elements of one list together, each alone, and forgets it. */
function elementsOf(take: (value: unknown, offset: number) => void) {
  let [depth, parser]: [number, TokenParser | undefined] = [0, undefined];
  return (token: Token): void => {
    if (depth === 0 && token.token === TokenType.COMMA) return;
    parser ??= assembling(value => take(value, token.offset));
    parser.write(token);
    depth += Number(opens(token)) - Number(closes(token));
    if (depth === 0) parser = undefined;
  };
}

/** Changes of one issue stay together: alone they do not say whose they are. */
const isChange = (value: unknown): boolean => typeof value === 'object' && value !== null && 'items' in value;

/**
 * Takes JSON documents apart while they are read: of a list each element, of a page each element of its list, and
 * whatever is neither as it is. No more than one element is held.
 *
 * @returns what takes the next token, and throws where it cannot stand there; and whether a document is still open
 */
export function jsonEntries(take: TakeEntry): { token: (token: Token) => void; isOpen: () => boolean } {
  let depth = 0;
  let [list, page]: [ReturnType<typeof elementsOf> | undefined, TokenParser | undefined] = [undefined, undefined];
  let [listDepth, key, isPage]: [number, unknown, boolean] = [0, undefined, false];
  let kept: unknown[] = [];
  const give = (value: unknown, offset: number): void => {
    if (page && isChange(value)) kept.push(value);
    else take(value, offset);
  };

  const begin = (token: Token): void => {
    [isPage, key, kept] = [false, undefined, []];
    if (token.token === TokenType.LEFT_BRACKET) [list, listDepth] = [elementsOf(give), 1];
    page = token.token === TokenType.LEFT_BRACKET ? undefined : assembling(value => endOfPage(value, token.offset));
    page?.write(token);
  };
  const endOfPage = (value: unknown, offset: number): void => {
    if (!isPage) take(value, offset);
    else if (kept.length > 0) take({ ...(value as object), values: kept }, offset);
  };
  const inPage = (token: Token): void => {
    page?.write(token);
    if (depth === 1 && token.token === TokenType.STRING) key = token.value;
    if (depth !== 1 || token.token !== TokenType.LEFT_BRACKET || !LISTS.has(key)) return;
    [list, listDepth, isPage] = [elementsOf(give), 2, true];
  };

  const endOfList = (token: Token): void => {
    list = undefined;
    if (token.token !== TokenType.RIGHT_BRACKET) throw new TokenParserError('A list ends with "}".');
    page?.write(token);
  };

  return {
    token(token) {
      const isEnd = closes(token);
      if (depth === 0) begin(token);
      else if (list && isEnd && depth === listDepth) endOfList(token);
      else if (list) list(token);
      else inPage(token);
      depth += Number(opens(token)) - Number(isEnd);
    },
    isOpen: () => depth > 0,
  };
}
