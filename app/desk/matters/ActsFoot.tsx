import { useState } from 'react'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { ActBar, type ActView } from '#foundation/desk/sheet/ActBar.tsx'
import { fill } from '#foundation/languages.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import type { MatterView } from '#matters/matter/desk/view.ts'
import type { Verb } from '#matters/matter/model.ts'
import { actForms } from './act-forms.ts'
import { inOrder, isAwaited } from './act-order.ts'

/** An act whose form is open, with what another part of the screen has chosen for it. */
export type Acting = { readonly verb: Verb; readonly begin?: object | undefined }

type ActsFootProps = {
  matter: MatterView
  acting: Acting | null
  onAct: (acting: Acting | null) => void
  /** Something was done; the matter may have left the list. */
  onDone: () => void
}

/** The acts that are mine now, each one key away; or the form of the one that was chosen. */
export function ActsFoot({ matter, acting, onAct, onDone }: ActsFootProps) {
  const words = useMatterWords()
  // A form opened again begins anew, with what was typed before.
  const [opened, setOpened] = useState(0)
  const Form = acting ? actForms[acting.verb] : undefined
  if (acting && Form) {
    return (
      <Form
        key={`${acting.verb} ${opened}`}
        matter={matter}
        begin={acting.begin}
        onClose={() => onAct(null)}
        onDone={(told) => {
          const done = fill(words.desk.act.done, {
            act: words.act[acting.verb],
            // To whom it was passed stands on the screen.
            done: acting.verb === 'dispatch' ? words.act.dispatch : words.done[acting.verb],
            number: matter.number,
          })
          tellDone([done, told].filter(Boolean).join(' · '))
          onAct(null)
          onDone()
        }}
      />
    )
  }
  const acts = inOrder(matter.acts, matter.state).filter(({ verb }) => actForms[verb])
  const mine = acts.filter(({ refusal }) => refusal === null)
  const views = acts.map(({ verb, refusal }): ActView => {
    const key = mine.findIndex((act) => act.verb === verb) + 1
    return {
      key: verb,
      label: words.act[verb],
      whyNot: refusal?.detail ?? null,
      next: key === 1 && isAwaited(verb, matter.state),
      run: () => {
        setOpened(opened + 1)
        onAct({ verb })
      },
      ...(key >= 1 && key <= 9 ? { keyHint: String(key) } : {}),
    }
  })
  return <ActBar acts={views} />
}
