import { ask, ProblemError } from '#foundation/desk/ask.ts'
import { sendFile } from '#foundation/desk/form/send-file.ts'
import { record } from '../../../contract.ts'
import { reportOf } from '../patrol.ts'
import { type HandedIn, received } from './unsent.ts'

/** Not reached, not answered, signed out or too many at once: later it may go through. */
const isForLater = ({ status }: ProblemError) =>
  status === 0 || status === 401 || status === 429 || status >= 500

/** What became of a report, and the refusal that says why it was not taken. */
export type Sent = { readonly report: HandedIn; readonly problem: ProblemError | null }

/**
 * Sends one report: its photos first, each once, then itself under its act id.
 * @param keep is told of every step, so that what is interrupted goes on where it stopped
 */
export async function sendReport(
  report: HandedIn,
  keep: (report: HandedIn) => Promise<void>,
): Promise<Sent> {
  let current = report
  const step = async (more: Partial<HandedIn>) => {
    current = { ...current, ...more }
    await keep(current)
  }
  try {
    await step({ state: 'sending', detail: null })
    for (const photo of report.photos) {
      const { hash } = await sendFile(photo, new AbortController().signal)
      const { draft, photos } = current
      const known = draft.files.some((file) => file.hash === hash)
      const files = known ? draft.files : [...draft.files, { hash, name: photo.name }]
      await step({ draft: { ...draft, files }, photos: photos.filter((one) => one !== photo) })
    }
    await step({ tried: true })
    await step(received(current, await ask(record, reportOf(current.draft))))
    return { report: current, problem: null }
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const later = isForLater(error)
    await step({ state: later ? 'waiting' : 'refused', detail: error.detail })
    return { report: current, problem: later ? null : error }
  }
}
