import { grants, readers, stored, type Grant } from '../../../src/settings';
import type { SectionProps } from '../section';
import { Chains } from './Chains';
import { Everything } from './Everything';

/** What an administrator wants to know of this installation. */
export function About(props: SectionProps) {
  const { desk, viewer } = props.view;
  const { scopes, egress } = grants[desk];
  return (
    <div className="baton-fields">
      <h3 className="baton-strong">
        {desk === 'jira' ? 'What Baton may do' : 'What Baton asks of the API, as its own agent'}
      </h3>
      <Reasons list={scopes} />
      <h3 className="baton-strong">Where it sends something</h3>
      <p className="baton-muted">Only where the agreement names a channel, and never a text that somebody wrote.</p>
      <Reasons list={egress} />
      <h3 className="baton-strong">What is stored, and where</h3>
      <Lines list={stored[desk]} />
      <h3 className="baton-strong">Who can read what</h3>
      <Lines list={readers[desk]} />
      {(viewer.isAdmin || viewer.may.audit) && <Chains {...props} />}
      {viewer.may.audit && <Everything {...props} />}
    </div>
  );
}

const Reasons = ({ list }: { readonly list: readonly Grant[] }) => (
  <dl className="baton-reasons">
    {list.map(({ name, why }) => (
      <div key={name}>
        <dt>
          <code>{name}</code>
        </dt>
        <dd>{why}</dd>
      </div>
    ))}
  </dl>
);

const Lines = ({ list }: { readonly list: readonly string[] }) => (
  <ul className="baton-lines">
    {list.map(line => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
