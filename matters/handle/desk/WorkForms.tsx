import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { hashesOf, useActPhotos } from '#matters/matter/desk/act/use-act-photos.tsx'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { assist, note, solveOnSpot } from '../contract.ts'
import { replyLengthMax } from '../model.ts'
import { useHandleWords } from './handle-words.ts'

const noFiles: readonly KeptFile[] = []

/** Notes what was done, for the offices only. */
export function NoteForm(props: ActFormProps) {
  const words = useHandleWords().desk.note
  const { act } = useMatterWords().desk
  const form = useActForm(note, props, { words: '', files: noFiles }, (draft) => ({
    words: draft.words.trim(),
    files: hashesOf(draft.files),
  }))
  const photos = useActPhotos(form.bind('files'))
  return (
    <ActForm
      verb="note"
      form={form}
      lead={words.lead}
      send={words.send}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <TextField
        label={words.words}
        hint={act.insideHint}
        {...form.bind('words')}
        rows={4}
        maxLength={replyLengthMax}
        required
      />
      {photos.field}
    </ActForm>
  )
}

/** Answers the lead office as an assisting one. */
export function AssistForm(props: ActFormProps) {
  const words = useHandleWords().desk.assist
  const { act } = useMatterWords().desk
  const form = useActForm(assist, props, { answer: '', files: noFiles }, (draft) => ({
    answer: draft.answer.trim(),
    files: hashesOf(draft.files),
  }))
  const photos = useActPhotos(form.bind('files'))
  return (
    <ActForm
      verb="assist"
      form={form}
      lead={words.lead}
      send={words.send}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <TextField
        label={words.answer}
        hint={act.insideHint}
        {...form.bind('answer')}
        rows={5}
        maxLength={replyLengthMax}
        required
      />
      {photos.field}
    </ActForm>
  )
}

/** Reports what the finder of a problem did about it at once. */
export function SolveOnSpotForm(props: ActFormProps) {
  const words = useHandleWords().desk.solveOnSpot
  const { act } = useMatterWords().desk
  const form = useActForm(solveOnSpot, props, { done: '', files: noFiles }, (draft) => ({
    done: draft.done.trim(),
    files: hashesOf(draft.files),
  }))
  const photos = useActPhotos(form.bind('files'))
  return (
    <ActForm
      verb="solveOnSpot"
      form={form}
      lead={words.lead}
      send={words.send}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <TextField
        label={words.done}
        hint={act.publicHint}
        {...form.bind('done')}
        rows={3}
        maxLength={replyLengthMax}
        required
      />
      {photos.field}
    </ActForm>
  )
}
