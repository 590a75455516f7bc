import type { AgreementDocument } from '../src';
import { Document, isScalar, isSeq, visit, type Node } from 'yaml';

/** Begins every file that Baton writes as YAML. */
export const headline = '# A Baton agreement. ';
/** Ends it, so that a file that was cut off is known. */
export const endMark = '...';

const isShort = (node: Node | null): boolean =>
  isScalar(node) || (isSeq(node) && node.items.every(item => isScalar(item)));

/** An agreement as a file that people read and review: YAML, short lists on one line. */
export function agreementYaml(document: AgreementDocument): string {
  const yaml = new Document(JSON.parse(JSON.stringify(document)), {
    ...{ version: '1.2', aliasDuplicateObjects: false },
    // Other readers take 10:00 for a number of minutes.
    compat: 'yaml-1.1',
  });
  visit(yaml, {
    Seq: (_, seq) => {
      if (seq.items.every(item => isShort(item as Node))) seq.flow = true;
    },
  });
  const said = `${headline}Its last line is three dots: without them it was cut off.`;
  return `${said}\n${yaml.toString({ lineWidth: 120, flowCollectionPadding: false })}${endMark}\n`;
}

/** The same as JSON, for programs. */
export const agreementJson = (document: AgreementDocument): string => `${JSON.stringify(document, null, 2)}\n`;
