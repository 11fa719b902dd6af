/**
 * An answer that the service refused or could not give: RFC 9457, in the request's language. Status 0
 * stands for a service that did not answer at all; then there is no title.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly title: string | undefined;
  readonly detail: string | undefined;

  constructor(status: number, title?: string, detail?: string) {
    super([title, detail].filter(Boolean).join(': ') || `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.title = title;
    this.detail = detail;
  }
}

/** Reads a refused answer's body, which may be anything where something stands between page and service. */
export function problemOf(status: number, body: unknown): ApiProblem {
  if (typeof body !== 'object' || body === null) return new ApiProblem(status);
  const { title, detail } = body as { title?: unknown; detail?: unknown };
  return new ApiProblem(
    status,
    typeof title === 'string' ? title : undefined,
    typeof detail === 'string' ? detail : undefined,
  );
}
