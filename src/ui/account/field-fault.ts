import type { ApiFailure } from '../api/client'

/** The code that the server gave for a field, or null. */
export function fieldFault(failure: ApiFailure | null, path: string): string | null {
  return failure?.problem?.errors?.find((error) => error.path === path)?.code ?? null
}
