import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { archive, reopen, rework } from '../contract.ts'
import { useEvaluateWords } from './evaluate-words.ts'

/** Sends a checked matter back to the same office. */
export function ReworkForm(props: ActFormProps) {
  const words = useEvaluateWords().desk.rework
  const form = useActForm(rework, props, { reason: '' }, ({ reason }) => ({
    reason: reason.trim(),
  }))
  return (
    <ActForm verb="rework" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField label={words.reason} {...form.bind('reason')} rows={3} maxLength={2000} required />
    </ActForm>
  )
}

/** Opens a closed matter again. */
export function ReopenForm(props: ActFormProps) {
  const words = useEvaluateWords().desk.reopen
  const known = { reason: '', newFacts: '' }
  const form = useActForm(reopen, props, known, ({ reason, newFacts }) => ({
    reason: reason.trim(),
    newFacts: said(newFacts),
  }))
  return (
    <ActForm verb="reopen" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <TextField label={words.reason} {...form.bind('reason')} rows={3} maxLength={2000} required />
      <TextField label={words.newFacts} {...form.bind('newFacts')} rows={2} maxLength={2000} />
    </ActForm>
  )
}

/** Puts away what nobody can reopen any more. */
export function ArchiveForm(props: ActFormProps) {
  const words = useEvaluateWords().desk.archive
  const form = useActForm(archive, props, {}, () => ({}))
  return (
    <ActForm
      verb="archive"
      form={form}
      lead={words.lead}
      send={words.send}
      onClose={props.onClose}
    />
  )
}
