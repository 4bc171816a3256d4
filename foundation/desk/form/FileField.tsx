import { useId, useRef } from 'react'
import { fill } from '../../languages.ts'
import { Button } from '../parts/Button.tsx'
import { Sign } from '../parts/Sign.tsx'
import { useScreenWords } from '../setting.ts'
import type { KeptFile, SentFiles } from './use-sent-files.ts'

type FileFieldProps = {
  label: string
  hint?: string
  error?: string | null
  /** What the button does: "拍照". */
  choose: string
  /** As the `accept` attribute. */
  accept: string
  /** A phone opens its camera at once. */
  camera?: boolean
  /** No more than so many. */
  most: number
  kept: readonly KeptFile[]
  files: SentFiles
}

/** Photos and papers: each is sent when chosen, shown with its name, and may be taken back. */
export function FileField({
  label,
  hint,
  error,
  choose,
  most,
  kept,
  files,
  ...how
}: FileFieldProps) {
  const { fileField: words } = useScreenWords()
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const full = kept.length + files.waiting.length >= most
  return (
    <fieldset className="field file-field" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" role="alert">
          {error}
        </p>
      ) : null}
      <input
        ref={input}
        className="file-input"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        accept={how.accept}
        multiple
        {...(how.camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          const room = most - kept.length - files.waiting.length
          files.add([...(event.currentTarget.files ?? [])].slice(0, room))
          // The same file may be chosen again after it was taken back.
          event.currentTarget.value = ''
        }}
      />
      <Button
        whyNot={full ? fill(words.full, { count: most }) : null}
        onPress={() => input.current?.click()}
      >
        {choose}
      </Button>
      <FileList kept={kept} files={files} />
    </fieldset>
  )
}

function FileList({ kept, files }: Pick<FileFieldProps, 'kept' | 'files'>) {
  const { fileField: words, again } = useScreenWords()
  if (kept.length + files.waiting.length === 0) return null
  return (
    <ul className="file-list">
      {kept.map(({ hash, name }) => (
        <li key={hash}>
          {files.pictures[hash] ? (
            <img className="file-picture" src={files.pictures[hash]} alt="" />
          ) : (
            <Sign name="check" />
          )}
          <span className="file-name">{name}</span>
          <Button
            kind="quiet"
            label={fill(words.remove, { name })}
            onPress={() => files.remove(hash)}
          >
            <Sign name="close" />
          </Button>
        </li>
      ))}
      {files.waiting.map((one) => (
        <li key={one.key} role={one.trouble ? 'alert' : 'status'}>
          <span className="file-name">
            {one.file.name}
            <span className={one.trouble ? 'field-error' : 'hint'}>
              {one.trouble ?? words.sending}
            </span>
          </span>
          {one.trouble ? (
            <>
              <Button kind="quiet" onPress={() => files.again(one)}>
                {again}
              </Button>
              <Button
                kind="quiet"
                label={fill(words.remove, { name: one.file.name })}
                onPress={() => files.leave(one.key)}
              >
                <Sign name="close" />
              </Button>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
