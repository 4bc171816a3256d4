import { useSyncExternalStore } from 'react'
import type { ProblemError } from '#foundation/desk/ask.ts'
import { forgetReport, keepReport, readReports } from './keep-reports.ts'
import { sendReport } from './send-report.ts'
import { asKept, type HandedIn, isOld, nextToSend } from './unsent.ts'

let reports: readonly HandedIn[] = []
const listeners = new Set<() => void>()

function show(next: readonly HandedIn[]): void {
  reports = next.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  for (const listener of listeners) listener()
}

async function keep(report: HandedIn): Promise<void> {
  show([...reports.filter(({ id }) => id !== report.id), report])
  await keepReport(report)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Reports handed in on this phone, newest first: what the county has of them, and what not yet. */
export const useOutbox = (): readonly HandedIn[] => useSyncExternalStore(subscribe, () => reports)

let sending: Promise<unknown> = Promise.resolve()

/** One after another, also between two tabs: a lock where the browser has them; the act id guards the rest. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = sending.then(
    () => (navigator.locks ? navigator.locks.request('linli-field', work) : work()) as Promise<T>,
  )
  sending = next.catch(() => {})
  return next
}

const [soonMilliseconds, latestMilliseconds] = [2_000, 30_000]
let patience = soonMilliseconds
let timer: ReturnType<typeof setTimeout> | undefined

/** A network that has just come back may take a moment: again soon, then less and less often. */
function againLater(): void {
  clearTimeout(timer)
  timer = setTimeout(() => void sendWaiting(), patience)
  patience = Math.min(patience * 2, latestMilliseconds)
}

/** Sends what waits, in its order; stops at the first that does not get through, and tries again later. */
export function sendWaiting(): Promise<void> {
  return inTurn(async () => {
    for (let next = nextToSend(reports); next; next = nextToSend(reports)) {
      const stuck = !navigator.onLine || (await sendReport(next, keep)).report.state === 'waiting'
      if (stuck) return againLater()
      patience = soonMilliseconds
    }
  })
}

/** Whose outbox it is from now on. What was handed in before, in an earlier visit too, goes out. */
export async function openOutbox(owner: string, now: Date): Promise<void> {
  const kept = await readReports(owner)
  const old = kept.filter((report) => isOld(report, now))
  for (const { id } of old) await forgetReport(id)
  show(kept.filter((report) => !old.includes(report)).map(asKept))
  await sendWaiting()
}

/** Nobody's: the next one who signs in sees nothing of it. It stays in the phone. */
export const closeOutbox = (): void => show([])

export type HandIn = Pick<HandedIn, 'id' | 'owner' | 'at' | 'draft' | 'photos'>

/**
 * Hands a report in: kept first, then sent if it can be. Refused at once, it is given back with the reason instead of
 * being kept. @throws DOMException when the phone can keep nothing
 */
export async function handIn(
  told: HandIn,
): Promise<{ report: HandedIn; problem: ProblemError | null }> {
  const fresh = { ...told, state: 'waiting', tried: false, detail: null, receipt: null } as const
  await keep(fresh)
  if (!navigator.onLine) return { report: fresh, problem: null }
  const sent = await inTurn(() => sendReport(fresh, keep))
  if (sent.problem) await dropReport(fresh.id)
  else void sendWaiting()
  return sent
}

/** Brings back a report that was just taken out; it waits, or is to be mended, as before. */
export async function restoreReport(report: HandedIn): Promise<void> {
  await keep(report)
  await sendWaiting()
}

/** Takes a report out of the phone. */
export async function dropReport(id: string): Promise<void> {
  show(reports.filter((report) => report.id !== id))
  await forgetReport(id)
}
