/** The agreement as a file: a door of its own, since no panel needs a reader of YAML. */
export { agreementJsonSchema } from './jsonSchema';
export { previewImport, type ImportPreview } from './preview';
export { longestFile, readAgreementFile } from './readFile';
export { agreementJson, agreementYaml } from './writeFile';
