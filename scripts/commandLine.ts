/* What the commands have in common: how they read an instant, say what is wrong, and end. */
import { AgreementError, readInstant } from '@baton/shared';
import { CommanderError, InvalidArgumentError } from 'commander';

/** Reads an instant that an argument gives, epoch ms. @throws InvalidArgumentError where it has no offset */
export function instantOf(text: string): number {
  const at = readInstant(text);
  if (at === undefined) throw new InvalidArgumentError('Write it with its offset, for example 2026-03-02T09:00:00Z.');
  return at;
}

/** Why a command could not be carried out, every mistake of an agreement with its place. */
export function sayWhy(error: unknown): void {
  console.error(error instanceof Error ? error.message : 'Something went wrong.');
  const mistakes = error instanceof AgreementError ? error.violations : [];
  for (const { path, message } of mistakes) console.error(`${path}: ${message}`);
}

/** What a command ends with: its own answer, 0 after help, and 2 where it could not be carried out, which `say` tells. */
export function exitCodeOf(carryOut: () => number, say: (error: unknown) => void = sayWhy): number {
  try {
    return carryOut();
  } catch (error) {
    // commander has already said what is wrong with its arguments.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    say(error);
    return 2;
  }
}
