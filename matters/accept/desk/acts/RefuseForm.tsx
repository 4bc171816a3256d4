import { RadioGroup } from '#foundation/desk/parts/Checkbox.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { Select } from '#foundation/desk/parts/Select.tsx'
import { useLanguage } from '#foundation/desk/setting.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { chosen, said } from '#matters/matter/desk/act/last-entry.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { useMatterWords } from '#matters/matter/desk/matter-words.ts'
import { refuseMatter } from '../../contract.ts'
import { type OtherChannel, type RefusalKind, refusalKinds, wordsLengthMax } from '../../model.ts'
import { channelsFor } from '../../rules.ts'
import { useAcceptWords } from '../accept-words.ts'
import { replyOf } from '../ready-reply.ts'
import { useActsWords } from './acts-words.ts'

/** The channel that is meant when a reason leaves no choice. */
const onlyChannel = (reason: RefusalKind | null): OtherChannel | null => {
  const fitting = reason === null ? [] : channelsFor(reason)
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

/** One of the six kinds that are no ordinary orders, the way that fits it, and what the reporter is told. */
export function RefuseForm(props: ActFormProps) {
  const { reason: reasons, otherChannel: channels } = useAcceptWords()
  const words = useActsWords().refuse
  const { act } = useMatterWords().desk
  const language = useLanguage()
  const known = {
    reason: null as RefusalKind | null,
    channel: null as OtherChannel | null,
    related: props.matter.duplicateOf ?? '',
    reply: '',
    /** The reply is the ready one for the reason, until somebody writes their own. */
    replyReady: true,
  }
  const replyTo = (draft: typeof known) =>
    draft.reason === null
      ? draft.reply
      : replyOf({ ...draft, outcome: draft.reason, otherChannel: draft.channel }, language)
  const form = useActForm(refuseMatter, props, known, (draft) => ({
    reason: chosen(draft.reason),
    channel: chosen(draft.channel),
    reply: replyTo(draft).trim(),
    related: draft.reason === 'inHand' ? said(draft.related) : undefined,
  }))
  const { draft, bind, change } = form
  const fitting = draft.reason === null ? [] : channelsFor(draft.reason)
  return (
    <ActForm verb="refuse" form={form} lead={words.lead} send={words.send} onClose={props.onClose}>
      <RadioGroup
        label={words.reason}
        required
        choices={refusalKinds.map((key) => ({ key, label: reasons[key] }))}
        {...bind('reason')}
        onChange={(reason) =>
          change({
            reason: reason as RefusalKind,
            channel: onlyChannel(reason as RefusalKind),
          })
        }
      />
      {fitting.length > 1 ? (
        <Select
          label={words.channel}
          required
          choices={fitting.map((key) => ({ key, label: channels[key] }))}
          {...bind('channel')}
          onChange={(channel) => change({ channel: channel as OtherChannel })}
        />
      ) : null}
      {draft.reason === 'inHand' ? (
        <TextField label={words.related} {...bind('related')} maxLength={40} required />
      ) : null}
      <TextField
        label={words.reply}
        hint={act.publicHint}
        required
        rows={5}
        maxLength={wordsLengthMax}
        {...bind('reply')}
        value={replyTo(draft)}
        onChange={(reply) => change({ reply, replyReady: false })}
      />
    </ActForm>
  )
}
