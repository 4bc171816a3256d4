import { useEffect, useRef } from 'react'
import { FormTrouble } from '#foundation/desk/form/FormDialog.tsx'
import { useFocusOnFault } from '#foundation/desk/form/use-focus-on-fault.ts'
import { useSentFiles } from '#foundation/desk/form/use-sent-files.ts'
import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { ForPosts } from '#people/desk/ForPosts.tsx'
import { useHolds } from '#people/desk/me.ts'
import { useIntakeWords } from '../accept-words.ts'
import { RecordingNews } from '../RecordingNews.tsx'
import { type Advice, following, noAdvice } from './advice.ts'
import { CallerFields } from './CallerFields.tsx'
import { IntakeAdvice } from './IntakeAdvice.tsx'
import { IntakeFields } from './IntakeFields.tsx'
import { IntakeOutcomes } from './IntakeOutcomes.tsx'
import { type CategoryChoice, type IntakeDraft, isRefusal, urgencyOf } from './intake.ts'
import { PublicPreview } from './PublicPreview.tsx'
import { ReceiptToRead } from './ReceiptToRead.tsx'
import { useIntake } from './use-intake.ts'
import './intake.css'

export type IntakeProps = {
  channel: 'phone' | 'walkIn'
  categories: readonly CategoryChoice[]
  /** What is suggested for these words in this place; null while none is known. */
  useAdvice: (words: string, division: string | null) => { advice: Advice; trouble: boolean }
}

/** The page of somebody who types while another speaks: one form, advice beside, finished without a mouse. */
export function Intake(props: IntakeProps) {
  const words = useIntakeWords()
  return (
    <ForPosts kinds={['operator', 'leader']} otherwise={words.notYours}>
      <IntakePage key={props.channel} {...props} />
    </ForPosts>
  )
}

/** Whoever only records can settle the category, not what becomes of the matter. */
function forRecording(advice: Advice): Advice {
  return { ...noAdvice, categories: advice.categories, certain: advice.certain }
}

function sendLabel(
  words: ReturnType<typeof useIntakeWords>['send'],
  { outcome }: Pick<IntakeDraft, 'outcome'>,
  mayAccept: boolean,
): string {
  if (!mayAccept) return words.record
  if (isRefusal(outcome)) return words.refusal
  return words[outcome]
}

function IntakePage({ channel, categories, useAdvice }: IntakeProps) {
  const words = useIntakeWords()
  const mayAccept = useHolds('operator')
  const intake = useIntake(channel, mayAccept)
  const { draft, change, trouble } = intake
  const { advice: told, trouble: adviceTrouble } = useAdvice(draft.words, draft.division)
  const advice = mayAccept ? told : forRecording(told)
  const files = useSentFiles(draft.files, (kept) => change({ files: kept }))
  const urgency = urgencyOf(draft, categories)
  useEffect(() => {
    const more = following(advice, draft)
    if (more) change(more)
  }, [advice, draft, change])

  const page = useRef<HTMLDivElement>(null)
  useFocusOnFault(page, intake.recording.busy)

  const label = sendLabel(words.send, draft, mayAccept)
  const send = () => intake.send(urgency)
  const whyNot = files.busy ? words.wait : null
  useShortcut({ keys: 'Control+Enter', label, group: 'here', run: send, whyNot })
  return (
    <div className="intake" ref={page}>
      <ReceiptToRead receipt={intake.receipt} onClose={intake.closeReceipt} />
      <form
        className="intake-form"
        aria-label={words.pages[channel]}
        inert={intake.recording.frozen}
        onSubmit={(event) => event.preventDefault()}
      >
        <h1>{words.pages[channel]}</h1>
        <IntakeFields
          key={draft.actId}
          channel={channel}
          draft={draft}
          change={change}
          trouble={trouble}
          categories={categories}
          urgency={urgency}
          files={files}
        />
        <CallerFields draft={draft} change={change} trouble={trouble} mayAccept={mayAccept} />
      </form>
      <aside className="intake-beside" inert={intake.recording.frozen}>
        <IntakeOutcomes draft={draft} change={change} trouble={trouble} mayAccept={mayAccept} />
        <IntakeAdvice
          draft={draft}
          change={change}
          advice={advice}
          trouble={adviceTrouble}
          urgency={urgency}
        />
        <PublicPreview draft={draft} />
      </aside>
      <IntakeFoot intake={intake} label={label} whyNot={whyNot} onSend={send} />
    </div>
  )
}

type IntakeFootProps = {
  intake: ReturnType<typeof useIntake>
  label: string
  whyNot: string | null
  onSend: () => void
}

/** Always in sight: what sending will do, and a way to begin anew. */
function IntakeFoot({ intake, label, whyNot, onSend }: IntakeFootProps) {
  const words = useIntakeWords()
  return (
    <footer className="intake-foot">
      <FormTrouble sentence={intake.trouble.rest} />
      <RecordingNews recording={intake.recording} />
      <div className="intake-acts">
        <Button
          kind="next"
          busy={intake.recording.busy}
          whyNot={whyNot}
          keyHint="Control+Enter"
          onPress={onSend}
        >
          {intake.recording.waiting ? words.retry : label}
        </Button>
        <Button
          kind="quiet"
          onPress={() => {
            intake.clear()
            tellDone(words.cleared)
          }}
        >
          {words.clear}
        </Button>
      </div>
    </footer>
  )
}
