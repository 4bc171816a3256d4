import { FileField } from '#foundation/desk/form/FileField.tsx'
import { type KeptFile, useSentFiles } from '#foundation/desk/form/use-sent-files.ts'
import { useMatterWords } from '../matter-words.ts'

/** As many as the contracts of acts allow. */
const mostFiles = 9

type ActPhotosAsked = {
  value: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
  error?: string | null
}

/**
 * Photos that go with an act: sent as soon as they are chosen, named by the act. As long as one is on its way,
 * or did not
 * get there, the act waits: `whyNot` says so.
 */
export function useActPhotos({ value, onChange, error = null }: ActPhotosAsked) {
  const { act } = useMatterWords().desk
  const files = useSentFiles(value, onChange)
  const field = (
    <FileField
      label={act.photos}
      hint={act.photosHint}
      error={error}
      choose={act.takePhotos}
      accept="image/*"
      most={mostFiles}
      kept={value}
      files={files}
    />
  )
  return { field, whyNot: files.waiting.length > 0 ? act.photosWait : null }
}

/** How an act names its files; undefined for none. */
export const hashesOf = (files: readonly KeptFile[]): string[] | undefined =>
  files.length === 0 ? undefined : files.map(({ hash }) => hash)
