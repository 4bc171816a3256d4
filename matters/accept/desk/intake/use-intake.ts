import { useDraft } from '#foundation/desk/form/draft.ts'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useTrouble } from '#foundation/desk/form/use-trouble.ts'
import { newActId } from '#foundation/desk/new-act-id.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import type { Urgency } from '#matters/matter/model.ts'
import { useMe } from '#people/desk/me.ts'
import type { Receipt } from '../../model.ts'
import { replyOf } from '../ready-reply.ts'
import { useRecording } from '../use-recording.ts'
import { blankIntake, type IntakeDraft, isRefusal, recordingOf } from './intake.ts'

/** Fields that stand on the form, by the names the contracts give them. */
const fields = [
  'words',
  'place',
  'category',
  'type',
  'urgency',
  'reporter.name',
  'reporter.phone',
  'reporter.behalfOf.name',
  'reporter.behalfOf.relation',
  'reporter.behalfOf.consent',
  'concerns',
  'files',
]

/** What is asked beside, depending on what becomes of the matter. */
function shownFields({ outcome }: IntakeDraft): readonly string[] {
  if (isRefusal(outcome)) return [...fields, 'channel', 'related', 'reply']
  return outcome === 'answer' ? [...fields, 'article', 'reply'] : fields
}

/** What the receipt shows after sending. */
export type KeptReceipt = { readonly receipt: Pick<Receipt, 'number' | 'secret' | 'state'> | null }

export type IntakeForm = {
  readonly draft: IntakeDraft
  readonly change: (more: Partial<IntakeDraft>) => void
  readonly trouble: Trouble
}

/** The form, its draft of the session, and the receipt of what was recorded last. */
export function useIntake(channel: 'phone' | 'walkIn', mayAccept: boolean) {
  const { person } = useMe()
  const language = useLanguage()
  const { draft, change, renew } = useDraft<IntakeDraft>(`intake.${channel}.${person}`, () =>
    blankIntake(newActId()),
  )
  // Kept like the draft: a reload before it was read out must not lose the secret.
  const last = useDraft<KeptReceipt>(`receipt.${channel}.${person}`, () => ({ receipt: null }))
  const recording = useRecording({
    unanswered: draft.unanswered,
    onUnanswered: (unanswered) => change({ unanswered }),
    onRecorded: ({ number, secret, state }) => {
      last.change({ receipt: { number, secret, state } })
      renew()
      recording.reset()
    },
  })
  const send = (urgency: Urgency) => {
    const whole = { ...draft, reply: replyOf(draft, language) }
    recording.send(recordingOf(whole, channel, urgency, mayAccept))
  }
  return {
    draft,
    change,
    trouble: useTrouble(recording.problem, shownFields(draft)),
    send,
    recording,
    receipt: last.draft.receipt,
    closeReceipt: last.renew,
    clear: () => {
      renew()
      recording.reset()
    },
  }
}
