import { useRef, useState } from 'react'
import { ProblemError } from '#foundation/desk/ask.ts'
import { now } from '#foundation/desk/clock.ts'
import { useDraft } from '#foundation/desk/form/draft.ts'
import { FileField } from '#foundation/desk/form/FileField.tsx'
import { FormTrouble } from '#foundation/desk/form/FormDialog.tsx'
import type { Trouble } from '#foundation/desk/form/form-trouble.ts'
import { useFocusOnFault } from '#foundation/desk/form/use-focus-on-fault.ts'
import { type SentFiles, useSentFiles } from '#foundation/desk/form/use-sent-files.ts'
import { useTrouble } from '#foundation/desk/form/use-trouble.ts'
import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { newActId } from '#foundation/desk/new-act-id.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { Checkbox, RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ForPosts } from '#people/desk/ForPosts.tsx'
import { useMe } from '#people/desk/me.ts'
import { useIntakeWords } from '../accept-words.ts'
import { ReceiptToRead } from '../intake/ReceiptToRead.tsx'
import type { KeptReceipt } from '../intake/use-intake.ts'
import { HandedInList } from './outbox/HandedInList.tsx'
import { dropReport, handIn } from './outbox/outbox.ts'
import type { HandedIn } from './outbox/unsent.ts'
import { PatrolPlace } from './PatrolPlace.tsx'
import { blankPatrol, isBegun, type PatrolDraft } from './patrol.ts'
import '../intake/intake.css'
import './patrol.css'

const mostFiles = 9
const fields = ['words', 'place', 'files', 'done', 'reporter.name', 'reporter.phone']

/** A grid worker's report from the street: photo first, few words, where the device is. */
export function PatrolReport() {
  const words = useIntakeWords()
  return (
    <ForPosts kinds={['gridWorker']} otherwise={words.fieldNotYours}>
      <PatrolPage />
    </ForPosts>
  )
}

function usePatrol() {
  const { person } = useMe()
  const { noRoom } = useIntakeWords().outbox
  const { draft, change, renew } = useDraft<PatrolDraft>(`intake.patrol.${person}`, () =>
    blankPatrol(newActId()),
  )
  const last = useDraft<KeptReceipt>(`receipt.patrol.${person}`, () => ({ receipt: null }))
  const files = useSentFiles(draft.files, (kept) => change({ files: kept }))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const send = async () => {
    if (busy || !person) return
    setBusy(true)
    const photos = files.waiting.map(({ file }) => file)
    const told = { id: draft.actId, owner: person, at: now().toISOString(), draft, photos }
    const { report, problem: refusal } = await handIn(told)
      .catch(() => ({ report: null, problem: new ProblemError({ status: 0, detail: noRoom }) }))
      .finally(() => setBusy(false))
    setProblem(refusal)
    if (refusal || !report) return
    if (report.receipt) last.change({ receipt: report.receipt })
    for (const { key } of files.waiting) files.leave(key)
    renew()
    // On a phone the number stands above what is in sight.
    document.getElementById('screen')?.scrollTo(0, 0)
  }
  /** Back into the form, under the same act id: what was refused or never sent was not recorded. */
  const mend = (report: HandedIn) => {
    change(report.draft)
    files.add(report.photos)
    void dropReport(report.id)
  }
  // What is being typed must not be typed over.
  const mendable = !isBegun(draft) && files.waiting.length === 0
  return {
    mendable,
    draft,
    change,
    files,
    trouble: useTrouble(problem, fields),
    send,
    busy,
    mend,
    last,
  }
}

function PatrolPage() {
  const words = useIntakeWords()
  const { draft, change, files, trouble, send, busy, ...more } = usePatrol()
  const page = useRef<HTMLDivElement>(null)
  useFocusOnFault(page, busy)
  const solved = draft.solved && draft.kind === 'finding'
  const label = solved ? words.send.solved : words.send.report
  const run = () => void send()
  useShortcut({ keys: 'Control+Enter', label, group: 'here', run })
  return (
    <div className="patrol" ref={page}>
      <ReceiptToRead
        receipt={more.last.draft.receipt}
        title={words.receipt.titleField}
        onClose={more.last.renew}
      />
      <HandedInList onMend={more.mend} mendable={more.mendable} />
      <form
        className="patrol-form"
        aria-label={words.pages.field}
        inert={busy}
        onSubmit={(event) => event.preventDefault()}
      >
        <h1>{words.pages.field}</h1>
        <PatrolFields draft={draft} change={change} trouble={trouble} files={files} />
      </form>
      <footer className="intake-foot">
        <FormTrouble sentence={trouble.rest} />
        <Button kind="next" busy={busy} keyHint="Control+Enter" onPress={run}>
          {label}
        </Button>
      </footer>
    </div>
  )
}

type PatrolFieldsProps = {
  draft: PatrolDraft
  change: (more: Partial<PatrolDraft>) => void
  trouble: Trouble
  files: SentFiles
}

function PatrolFields({ draft, change, trouble, files }: PatrolFieldsProps) {
  const { patrol: words } = useIntakeWords()
  const finding = draft.kind === 'finding'
  return (
    <>
      <FileField
        label={words.photo}
        hint={words.photoHint}
        error={trouble.at('files')}
        choose={words.photoChoose}
        accept="image/*"
        most={mostFiles}
        kept={draft.files}
        files={files}
      />
      <RadioGroup
        label={words.kind}
        required
        inline
        choices={(['finding', 'request'] as const).map((key) => ({ key, label: words[key] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind: kind as PatrolDraft['kind'] })}
      />
      <TextField
        label={finding ? words.words : words.requestWords}
        error={trouble.at('words')}
        value={draft.words}
        onChange={(said) => change({ words: said })}
        rows={3}
        maxLength={5000}
        required
      />
      <PatrolPlace draft={draft} change={change} error={trouble.at('place')} />
      {finding ? (
        <SolvedFields draft={draft} change={change} trouble={trouble} files={files} />
      ) : (
        <ReporterFields draft={draft} change={change} trouble={trouble} files={files} />
      )}
    </>
  )
}

function SolvedFields({ draft, change, trouble }: PatrolFieldsProps) {
  const { patrol: words } = useIntakeWords()
  return (
    <>
      <Checkbox
        label={words.solved}
        checked={draft.solved}
        onChange={(solved) => change({ solved })}
      />
      {draft.solved ? (
        <TextField
          label={words.done}
          hint={words.doneHint}
          error={trouble.at('done')}
          value={draft.done}
          onChange={(done) => change({ done })}
          rows={2}
          maxLength={5000}
          required
        />
      ) : null}
    </>
  )
}

function ReporterFields({ draft, change, trouble }: PatrolFieldsProps) {
  const words = useIntakeWords()
  return (
    <fieldset className="intake-group">
      <legend>{words.caller}</legend>
      <p className="hint">{words.callerHint}</p>
      <TextField
        label={words.phoneNumber}
        error={trouble.at('reporter.phone')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        type="tel"
        autoComplete="off"
        maxLength={30}
      />
      <TextField
        label={words.name}
        error={trouble.at('reporter.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
        maxLength={50}
      />
      <Checkbox
        label={words.confidential}
        checked={draft.confidential}
        onChange={(confidential) => change({ confidential })}
      />
    </fieldset>
  )
}
