/** One entry of the `errors` list in a Freshservice answer. */
export interface FieldError {
  field: string;
  message: string;
  code: string;
}

/** A refusal with the status and body the REST API documents. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
    readonly headers: Record<string, string> = {},
  ) {
    super(String(body['description'] ?? body['message'] ?? `Status ${status}`));
  }
}

/** 400 with the list of fields at fault. */
export function validationFailure(errors: FieldError[]): ApiFailure {
  return new ApiFailure(400, { description: 'Validation failed', errors });
}

/** 404 as Freshservice answers it. */
export function notFound(): ApiFailure {
  return new ApiFailure(404, { code: 'not_found', message: 'The requested resource could not be found.' });
}
