import type { Receipt } from '../../../model.ts'
import type { PatrolDraft } from '../patrol.ts'

/** A report handed in on this phone. Its id is the act id: sent twice, it is recorded once. */
export type HandedIn = {
  readonly id: string
  /** Who handed it in; nobody else on this phone sees or sends it. */
  readonly owner: string
  /** ISO 8601. */
  readonly at: string
  readonly draft: PatrolDraft
  /** Photos the server has not taken yet. */
  readonly photos: readonly File[]
  readonly state: 'waiting' | 'sending' | 'refused' | 'received'
  /** It went out at least once, so that nobody knows whether it arrived. */
  readonly tried: boolean
  /** Why it was refused. */
  readonly detail: string | null
  readonly receipt: Pick<Receipt, 'number' | 'secret' | 'state'> | null
}

/** What is sent next: in the order it was handed in. Ids made one after the other sort that way. */
export function nextToSend(reports: readonly HandedIn[]): HandedIn | null {
  const waiting = reports.filter(({ state }) => state === 'waiting')
  return waiting.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0] ?? null
}

/** Not with the county yet: waiting, on its way, or refused and to be mended. */
export const isUnsent = ({ state }: HandedIn) => state !== 'received'

/** It may be changed or thrown away: refused, or never sent. What went out may have arrived. */
export const isOurs = ({ state, tried }: HandedIn) =>
  state === 'refused' || (state === 'waiting' && !tried)

/** As it stands in the phone: what was on its way when the page went is waiting again. */
export function asKept(report: HandedIn): HandedIn {
  return report.state === 'sending' ? { ...report, state: 'waiting' } : report
}

const shownMilliseconds = 24 * 3_600_000

/** A day after it was handed in, what the county has is no longer listed here. */
export function isOld({ state, at }: HandedIn, now: Date): boolean {
  return state === 'received' && now.getTime() - Date.parse(at) > shownMilliseconds
}

/** The report once the county has it: its words stay for the list, photos and whoever reported it do not. */
export function received(report: HandedIn, receipt: Receipt): HandedIn {
  const { number, secret, state } = receipt
  // What nobody reported nobody has to look up.
  const told = report.draft.kind === 'request' ? secret : ''
  const draft = { ...report.draft, name: '', phone: '', files: [] }
  const receiptKept = { number, secret: told, state }
  return { ...report, draft, photos: [], state: 'received', detail: null, receipt: receiptKept }
}
