import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, lastEntry, said } from '#matters/matter/desk/act/last-entry.ts'
import { type RemarkOnReply, ReplyRemark } from '#matters/matter/desk/act/ReplyRemark.tsx'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { hashesOf, useActPhotos } from '#matters/matter/desk/act/use-act-photos.tsx'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import { feedBack } from '../contract.ts'
import { type HandlingOutcome, outcomes, replyLengthMax } from '../model.ts'
import { unansweredOf } from '../rules.ts'
import { useHandleWords } from './handle-words.ts'

/** Names of the assisting offices that have said nothing since the matter was dispatched. */
function waitingFor(matter: MatterView): readonly string[] {
  const since = lastEntry(matter, 'dispatch')?.seq ?? 0
  const answered = matter.timeline
    .filter(({ act, seq }) => act === 'assist' && seq > since)
    .map(({ body, officeId }) => (typeof body?.office === 'string' ? body.office : officeId))
  const offices = matter.offices.map(({ id }) => id)
  const named = { offices, leadOffice: matter.leadOffice }
  const silent = new Set(
    unansweredOf(
      named,
      answered.filter((id) => id !== null),
    ),
  )
  return matter.offices.filter(({ id }) => silent.has(id)).map(({ name }) => name)
}

const blank = {
  outcome: null as HandlingOutcome | null,
  reply: '',
  basis: '',
  nextStep: '',
  promisedDay: '',
  files: [] as readonly KeptFile[],
}

const fieldsOf = (draft: typeof blank) => ({
  outcome: chosen(draft.outcome),
  reply: draft.reply.trim(),
  basis: said(draft.basis),
  nextStep: said(draft.nextStep),
  promisedDay: said(draft.promisedDay),
  files: hashesOf(draft.files),
})

/** Reports the result to the reporter; somebody else checks it. */
export function FeedBackForm({ remark, ...props }: ActFormProps & { remark?: RemarkOnReply }) {
  const { desk, outcome: names, warning } = useHandleWords()
  const words = desk.feedBack
  const { act } = useMatterWords().desk
  const separator = useLanguage() === 'en' ? ', ' : '、'
  const offices = waitingFor(props.matter).join(separator)
  const form = useActForm(feedBack, props, blank, fieldsOf, {
    tell: ({ unanswered }) =>
      unanswered.length > 0 ? fill(warning.unanswered, { offices }) : null,
  })
  const { draft, bind, change } = form
  const photos = useActPhotos(bind('files'))
  return (
    <ActForm
      verb="feedBack"
      form={form}
      lead={
        <>
          <p>{words.lead}</p>
          {offices === '' ? null : <p>{fill(words.waiting, { offices })}</p>}
        </>
      }
      send={words.send}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <RadioGroup
        label={words.outcome}
        hint={draft.outcome === 'cannot' ? words.cannotHint : null}
        required
        inline
        choices={outcomes.map((key) => ({ key, label: names[key] }))}
        {...bind('outcome')}
        onChange={(outcome) => change({ outcome: outcome as HandlingOutcome })}
      />
      <TextField
        label={words.reply}
        hint={act.publicHint}
        {...bind('reply')}
        rows={6}
        maxLength={replyLengthMax}
        required
      />
      <ReplyRemark remark={remark?.(draft.reply)} />
      {draft.outcome === null || draft.outcome === 'solved' ? null : (
        <WhatNext
          step={bind('nextStep')}
          day={bind('promisedDay')}
          required={draft.outcome === 'cannot'}
        />
      )}
      <TextField label={words.basis} {...bind('basis')} maxLength={1000} />
      {photos.field}
    </ActForm>
  )
}

type Bound = { value: string; onChange: (value: string) => void; error: string | null }

/** What is still to come, and when; a must where nothing could be solved. */
function WhatNext({ step, day, required }: { step: Bound; day: Bound; required: boolean }) {
  const words = useHandleWords().desk.feedBack
  return (
    <>
      <TextField
        label={words.nextStep}
        {...step}
        rows={2}
        maxLength={replyLengthMax}
        required={required}
      />
      <TextField label={words.promisedDay} {...day} type="date" required={required} />
    </>
  )
}
