import type { InputOf } from '#foundation/contract.ts'
import type { auditLog } from '../../../administration-contract.ts'

/** What the log is narrowed by, as it stands in the fields; empty where it is not. */
export type AuditFilter = {
  readonly from: string
  readonly until: string
  readonly what: string
  readonly person: string
}

type Asked = Pick<InputOf<typeof auditLog>, 'from' | 'until' | 'what' | 'person'>

/**
 * The question the fields make; a half filled moment narrows nothing yet.
 * @param momentOf reads a field of date and time
 */
export function inputOf(filter: AuditFilter, momentOf: (text: string) => string | null): Asked {
  const from = momentOf(filter.from)
  const until = momentOf(filter.until)
  return {
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
    ...(filter.what === '' ? {} : { what: filter.what }),
    ...(filter.person === '' ? {} : { person: filter.person }),
  }
}

/** Where the same lines can be fetched as a file. */
export function exportAddress(input: Asked, format: 'csv' | 'xlsx'): string {
  const asked = new URLSearchParams(input as Record<string, string>)
  return `/api/v1/audit-log.${format}?${asked}`
}
