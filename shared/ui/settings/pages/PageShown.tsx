import { piecesOf, type GeneratedPage, type PageBlock } from '../../../src/agreement';

/** A generated page as it is printed: plain headings, steps and tables. */
export const PageShown = ({ page: { title, blocks } }: { readonly page: GeneratedPage }) => (
  <article className="baton-sheet" aria-label={title}>
    <h3 className="baton-headline">{title}</h3>
    {blocks.map((block, place) => (
      <Block key={place} block={block} />
    ))}
  </article>
);

function Block({ block }: { readonly block: PageBlock }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h4 className="baton-strong">
          <Text text={block.text} />
        </h4>
      );
    case 'text':
      return (
        <p>
          <Text text={block.text} />
        </p>
      );
    case 'steps':
      return (
        <ol className="baton-steps">
          {block.items.map((item, place) => (
            <li key={place}>
              <Text text={item} />
            </li>
          ))}
        </ol>
      );
    case 'table':
      return <Table {...block} />;
  }
}

type TableBlock = Extract<PageBlock, { kind: 'table' }>;

const Table = ({ head, rows }: TableBlock) => (
  <div className="baton-wide" tabIndex={0} role="group" aria-label={`${head.join(', ')}, table`}>
    <table className="baton-table">
      <thead>
        <tr>
          {head.map(name => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first = '', ...others], row) => (
          <tr key={row}>
            <th scope="row">
              <Text text={first} />
            </th>
            {others.map((cell, place) => (
              <td key={place}>
                <Text text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** A text whose addresses can be followed; a desk opens them in a window of their own. */
const Text = ({ text }: { readonly text: string }) => (
  <>
    {piecesOf(text).map((piece, place) =>
      piece.isLink ? (
        <a key={place} href={piece.text} target="_blank" rel="noreferrer">
          {piece.text}
        </a>
      ) : (
        piece.text
      ),
    )}
  </>
);
