import { useMemo, useState } from 'react';
import { agreementPages, pageMarkdown, readAgreement, type Agreement } from '../../../src/agreement';
import { AgreementError } from '../../../src/failures';
import { useKit } from '../../kit';
import type { SectionProps } from '../section';
import { PageShown } from './PageShown';

/** The agreement as it means, or what keeps it from meaning anything. */
function readOr(draft: SectionProps['draft']): Agreement | string {
  try {
    return readAgreement(draft);
  } catch (error) {
    if (error instanceof AgreementError) return error.message;
    throw error;
  }
}

/** Pages that the agreement writes: to be looked at, printed, and copied into a knowledge base. */
export function Pages({ draft }: SectionProps) {
  const { Banner, Select } = useKit();
  const [chosen, setChosen] = useState(agreementPages[0]!.id);
  const agreement = useMemo(() => readOr(draft), [draft]);
  if (typeof agreement === 'string') {
    return (
      <Banner tone="warning" title="No page can be written from this text yet">
        <p>{agreement}</p>
      </Banner>
    );
  }
  const { page } = agreementPages.find(({ id }) => id === chosen) ?? agreementPages[0]!;
  return (
    <>
      <div className="baton-unprinted">
        <Select
          name="page"
          label="Page"
          value={chosen}
          onChange={setChosen}
          choices={agreementPages.map(({ id, name }) => ({ value: id, label: name }))}
          hint={`Written from version ${agreement.version}, as it stands here now.`}
        />
      </div>
      <Taken key={chosen} markdown={pageMarkdown(page(agreement))} />
      <PageShown page={page(agreement)} />
    </>
  );
}

/** The ways to take a page along. Not every desk lets a page write to the clipboard: then the text is there to be copied. */
function Taken({ markdown }: { readonly markdown: string }) {
  const { Button, TextArea } = useKit();
  const [copied, setCopied] = useState<'yes' | 'by hand'>();
  const copy = () => {
    const writing = navigator.clipboard?.writeText(markdown) ?? Promise.reject(new Error('no clipboard'));
    writing.then(
      () => setCopied('yes'),
      () => setCopied('by hand'),
    );
  };
  return (
    <div className="baton-unprinted baton-column">
      <div className="baton-actions">
        <Button label="Copy as Markdown" emphasis="primary" onPress={copy} />
        <Button label="Print" emphasis="default" onPress={() => window.print()} />
      </div>
      <p role="status">{copied === 'yes' && 'Copied. Paste it into your knowledge base.'}</p>
      {copied === 'by hand' && (
        <TextArea
          name="markdown"
          label="The page as Markdown"
          hint="Ctrl + A, then Ctrl + C: this desk lets no page copy by itself."
          value={markdown}
          onChange={() => undefined}
          rows={8}
          hasCursor
        />
      )}
    </div>
  );
}
