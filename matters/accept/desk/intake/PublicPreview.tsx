import { Quote } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { findPersonalData, maskPersonalData } from '#foundation/personal-data.ts'
import { publicTitleFrom, titleFrom } from '../../rules.ts'
import { useAcceptWords } from '../accept-words.ts'
import type { IntakeDraft } from './intake.ts'

/** What the public will see of these words, with the same masks the server puts on them. */
export function PublicPreview({ draft }: { draft: IntakeDraft }) {
  const { personalData, desk } = useAcceptWords()
  const words = desk.intake
  const said = draft.words.trim()
  if (said === '') return null
  const shown = draft.published && !draft.confidential && draft.type !== 'report'
  const kinds = [...new Set(findPersonalData(said).map(({ kind }) => personalData[kind]))]
  return (
    <section className="part">
      <h2>{words.preview}</h2>
      {shown ? (
        <>
          <p className="preview-title">{publicTitleFrom(titleFrom(said), said)}</p>
          <Quote>{maskPersonalData(said)}</Quote>
          <p className="hint">
            {kinds.length > 0 ? fill(words.masked, { kinds: kinds.join('、') }) : words.maskedNone}
          </p>
        </>
      ) : (
        <p className="hint">{words.previewNone}</p>
      )}
    </section>
  )
}
