import { useState } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import { useNow } from '#foundation/desk/clock.ts'
import { Dialog } from '#foundation/desk/parts/Dialog.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { Part } from '#foundation/desk/sheet/Sheet.tsx'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { fill } from '#foundation/languages.ts'
import { sayMoment } from '#foundation/screens/say-time.ts'
import { filesOf } from '../../contract.ts'
import { useActsWords } from './acts-words.ts'

type MatterFile = OutputOf<typeof filesOf>[number]

/** Photos and papers of a matter, in the order they came. */
export function Photos({ matter }: { matter: string }) {
  const words = useActsWords().photos
  const language = useLanguage()
  const now = useNow()
  const [open, setOpen] = useState<MatterFile | null>(null)
  const files = useAsk(filesOf, { matter }).data ?? []
  if (files.length === 0) return null
  const nameOf = ({ stage, at }: MatterFile) =>
    fill(words.one, {
      stage: words.stages[stage as keyof typeof words.stages] ?? stage,
      at: sayMoment(at, language, now),
    })
  const addressOf = (file: MatterFile) => `/files/${matter}/${file.hash}`
  return (
    <Part heading={words.title}>
      <ul className="gallery">
        {files.map((file) => (
          <li key={file.hash}>
            {file.type.startsWith('image/') ? (
              <button
                type="button"
                aria-label={fill(words.open, { name: nameOf(file) })}
                onClick={() => setOpen(file)}
              >
                <img src={addressOf(file)} alt="" loading="lazy" />
              </button>
            ) : (
              <a href={addressOf(file)} target="_blank" rel="noreferrer">
                {fill(words.paper, { size: Math.ceil(file.size / 1024) })}
              </a>
            )}
            <span className="due-moment">{nameOf(file)}</span>
          </li>
        ))}
      </ul>
      {open ? (
        <Dialog title={nameOf(open)} open shape="wide" onClose={() => setOpen(null)}>
          <img className="gallery-large" src={addressOf(open)} alt={nameOf(open)} />
        </Dialog>
      ) : null}
    </Part>
  )
}
