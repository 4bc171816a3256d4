/**
 * What is expected to go wrong, said once: a key into the catalogues, a kind that decides the HTTP status,
 * the field it is about and the values its sentence names. Rules return refusals; only `unless` throws.
 */
export type RefusalKind =
  | 'invalid'
  | 'unsigned'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'too-large'
  | 'too-many'
  | 'unavailable'

export type Refusal = {
  /** `<room>.<name>`, found in that room's catalogue under `refusals.<name>`. */
  readonly key: string
  readonly kind: RefusalKind
  /** Dotted path of the input field, where one is to blame. */
  readonly field?: string
  /** Values for the `{placeholders}` of the sentence. */
  readonly values?: Readonly<Record<string, string | number>>
}

/** Makes a refusal; `conflict` unless told otherwise, since most rules speak of the state of a thing. */
export function refuse(
  key: string,
  kind: RefusalKind = 'conflict',
  more: Pick<Refusal, 'field' | 'values'> = {},
): Refusal {
  return { key, kind, ...more }
}

/** Carries a refusal up to the one place that answers it (the HTTP edge, the command line). */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.key)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** Throws when a rule answered with a refusal. */
export function unless(refusal: Refusal | null): void {
  if (refusal) throw new Refused(refusal)
}

/** HTTP status of each kind (RFC 9110). */
export const statusOf: Record<RefusalKind, number> = {
  invalid: 422,
  unsigned: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
}
