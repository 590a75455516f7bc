import type { Validation } from '../../scripts/validate';
import { patience, runNode } from './run';

let validation: Validation;

beforeAll(() => {
  validation = JSON.parse(runNode(['--import', 'tsx', 'scripts/validate.ts', '--json'])) as Validation;
}, patience);

describe('what we stage is what the platforms take', () => {
  test("Forge's linters find nothing in dist/forge", () => expect(validation.forge).toEqual([]));
  test("the FDK's rules and lint find nothing in dist/freshservice", () => expect(validation.freshservice).toEqual([]));
  test("the vendor's review scripts pass dist/freshservice", () => expect(validation.freshserviceReview).toEqual([]));
});
