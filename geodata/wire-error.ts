import { GeodataError, type GeodataErrorCode } from './errors.ts';

/** An error as it crosses a worker's boundary, where a class does not survive. */
export interface WireError {
  /** `unexpected` for whatever is no `GeodataError`. */
  readonly code: GeodataErrorCode | 'unexpected';
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An error made ready to cross. */
export function wireError(error: unknown): WireError {
  if (error instanceof GeodataError) return { code: error.code, message: error.message, data: error.data };
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error), data: {} };
}

/** The error of the other side: a `GeodataError` again where it was one, else an `Error` with its message. */
export function errorOf({ code, message, data }: WireError): Error {
  return code === 'unexpected' ? new Error(message) : new GeodataError(code, message, data);
}
