import type { Sql } from '#foundation/server/database.ts'
import { newId } from '#foundation/server/new-id.ts'
import type { zh } from '../../zh-CN.ts'
import type { Moment } from '../moment.ts'
import { type AuditDetail, addAuditEntry, type NewAuditEntry } from '../store.ts'

/** What the log knows; each has its words in the catalogues. */
export type AuditedEvent = keyof typeof zh.audit

type Noted = Omit<NewAuditEntry, 'id' | 'what'> & { readonly what: AuditedEvent }

/** Writes one line of the audit log (Cybersecurity law art. 23). Never a password, a code or a login as typed. */
export async function note(sql: Sql, entry: Noted): Promise<void> {
  await addAuditEntry(sql, { ...entry, id: newId(entry.at) })
}

/** The same inside a deed: who and when come from the moment. */
export function noteDeed(moment: Moment, what: AuditedEvent, detail: AuditDetail): Promise<void> {
  const { by, now, sql } = moment
  return note(sql, { county: by.county, at: now, person: by.person, what, detail, address: null })
}
