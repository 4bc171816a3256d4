import { useState } from 'react'
import { useShortcut } from '#foundation/desk/keys/shortcuts.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { fill } from '#foundation/languages.ts'
import type { OtherChannel, RefusalKind } from '../../model.ts'
import { channelsFor } from '../../rules.ts'
import { useAcceptWords, useIntakeWords } from '../accept-words.ts'
import { replyOf } from '../ready-reply.ts'
import { UsedArticle } from '../UsedArticle.tsx'
import { choosing, type IntakeOutcome, intakeOutcomes, isRefusal } from './intake.ts'
import type { IntakeForm } from './use-intake.ts'

/** F1 is the browser's help and F5 loads anew: both are left alone. */
const outcomeKeys: Readonly<Record<IntakeOutcome, string>> = {
  order: 'F2',
  answer: 'F3',
  emergency: 'F4',
  legalChannel: 'F6',
  inHand: 'F7',
  secret: 'F8',
  market: 'F9',
  unlawful: 'F10',
}

type IntakeOutcomesProps = IntakeForm & {
  /** False: the post records and somebody else accepts. */
  mayAccept: boolean
}

/** What becomes of it, each one key away, and what has to be said then. */
export function IntakeOutcomes({ mayAccept, ...form }: IntakeOutcomesProps) {
  const words = useIntakeWords()
  const { draft, change } = form
  // Chosen by its key, the work goes on in the field it opens; walking through the list stays in the list.
  const [byKey, setByKey] = useState(false)
  if (!mayAccept) return <p className="hint">{words.outcomeLimited}</p>
  const choices = intakeOutcomes.map((outcome) => ({
    key: outcome,
    label: words.outcomes[outcome],
    keys: outcomeKeys[outcome],
  }))
  return (
    <section className="intake-outcomes">
      {intakeOutcomes.map((outcome) => (
        <OutcomeKey
          key={outcome}
          keys={outcomeKeys[outcome]}
          label={words.outcomes[outcome]}
          run={() => {
            setByKey(true)
            change(choosing(outcome))
          }}
        />
      ))}
      <RadioGroup
        label={words.outcome}
        required
        choices={choices}
        value={draft.outcome}
        onChange={(outcome) => {
          setByKey(false)
          change(choosing(outcome as IntakeOutcome))
        }}
      />
      {draft.outcome === 'order' ? <SameMatter {...form} /> : null}
      {draft.outcome === 'answer' ? <AnswerField {...form} autoFocus={byKey} /> : null}
      {isRefusal(draft.outcome) ? (
        <RefusalFields {...form} reason={draft.outcome} autoFocus={byKey} />
      ) : null}
    </section>
  )
}

function OutcomeKey({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useShortcut({ keys, label, group: 'here', run })
  return null
}

function SameMatter({ draft, change }: IntakeForm) {
  const words = useIntakeWords()
  if (draft.same === null) return null
  return (
    <div className="intake-same">
      <p>{fill(words.same, draft.same)}</p>
      <Button onPress={() => change({ same: null })}>{words.sameUndo}</Button>
    </div>
  )
}

type Focused = IntakeForm & { autoFocus: boolean }

function AnswerField({ draft, change, trouble, autoFocus }: Focused) {
  const words = useIntakeWords()
  return (
    <>
      {draft.article ? (
        <UsedArticle
          article={draft.article}
          trouble={trouble.at('article')}
          onLetGo={() => change({ article: null })}
        />
      ) : null}
      <TextField
        label={words.reply}
        hint={words.answerHint}
        error={trouble.at('reply')}
        value={draft.reply}
        onChange={(reply) => change({ reply, replyReady: false })}
        rows={draft.article ? 8 : 4}
        maxLength={5000}
        required
        autoFocus={autoFocus}
      />
    </>
  )
}

function RefusalFields({ reason, autoFocus, ...form }: Focused & { reason: RefusalKind }) {
  const { draft, change, trouble } = form
  const { otherChannel, desk } = useAcceptWords()
  const words = desk.intake
  const language = useLanguage()
  const channels = channelsFor(reason)
  return (
    <>
      {channels.length > 1 ? (
        <Select
          label={words.otherChannel}
          error={trouble.at('channel')}
          required
          choices={channels.map((key) => ({ key, label: otherChannel[key] }))}
          value={draft.otherChannel}
          onChange={(channel) => change({ otherChannel: channel as OtherChannel })}
        />
      ) : null}
      {reason === 'inHand' ? (
        <TextField
          label={words.related}
          hint={words.relatedHint}
          error={trouble.at('related')}
          value={draft.related}
          onChange={(related) => change({ related })}
          maxLength={40}
          required
          autoFocus={autoFocus}
        />
      ) : null}
      <TextField
        label={words.reply}
        hint={words.replyHint}
        error={trouble.at('reply')}
        value={replyOf(draft, language)}
        onChange={(reply) => change({ reply, replyReady: false })}
        rows={5}
        maxLength={5000}
        required
      />
    </>
  )
}
