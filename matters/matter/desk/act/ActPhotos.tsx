import { FileField } from '#foundation/desk/form/FileField.tsx'
import { type KeptFile, useSentFiles } from '#foundation/desk/form/use-sent-files.ts'
import { useMatterWords } from '../matter-words.ts'

/** As many as the contracts of acts allow. */
const mostFiles = 9

type ActPhotosProps = {
  value: readonly KeptFile[]
  onChange: (files: readonly KeptFile[]) => void
  error?: string | null
}

/** Photos that go with an act: sent as soon as they are chosen, named by the act. */
export function ActPhotos({ value, onChange, error = null }: ActPhotosProps) {
  const { act } = useMatterWords().desk
  const files = useSentFiles(value, onChange)
  return (
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
}

/** How an act names its files; undefined for none. */
export const hashesOf = (files: readonly KeptFile[]): string[] | undefined =>
  files.length === 0 ? undefined : files.map(({ hash }) => hash)
