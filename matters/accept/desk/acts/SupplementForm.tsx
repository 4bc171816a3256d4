import type { KeptFile } from '#foundation/desk/form/use-sent-files.ts'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { hashesOf, useActPhotos } from '#matters/matter/desk/act/use-act-photos.tsx'
import { supplement } from '../../contract.ts'
import { wordsLengthMax } from '../../model.ts'
import { useActsWords } from './acts-words.ts'

/** Adds what the reporter said or sent since. */
export function SupplementForm(props: ActFormProps) {
  const words = useActsWords().supplement
  const known = { words: '', files: [] as readonly KeptFile[] }
  const form = useActForm(supplement, props, known, (draft) => ({
    words: draft.words.trim(),
    files: hashesOf(draft.files),
  }))
  const photos = useActPhotos(form.bind('files'))
  return (
    <ActForm
      verb="supplement"
      form={form}
      lead={words.lead}
      send={words.send}
      wait={photos.whyNot}
      onClose={props.onClose}
    >
      <TextField
        label={words.words}
        {...form.bind('words')}
        rows={4}
        maxLength={wordsLengthMax}
        required
      />
      {photos.field}
    </ActForm>
  )
}
