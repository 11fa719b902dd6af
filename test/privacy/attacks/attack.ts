import type { Outsider } from '../outsider.ts';
import { SECRETS, type Secret } from '../secret-county.ts';

/** A secret that an attack found out, and how. */
export interface Recovery {
  readonly secret: Secret;
  readonly how: string;
}

/** Tries to find secrets out with what an outsider has fetched, or by asking more. */
export type Attack = (outsider: Outsider) => readonly Recovery[] | Promise<readonly Recovery[]>;

/** Whether an outsider may not use what an answer says of a thing itself, since that is what is attacked. */
export function isSecretThing(of: Secret['of'], id: string): boolean {
  return SECRETS.some((secret) => secret.of === of && secret.id === id);
}
