import { useState } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { useScreenWords } from '#foundation/desk/setting.ts'
import { Facts } from '#foundation/desk/sheet/Sheet.tsx'
import { fill } from '#foundation/languages.ts'
import { ActForm } from '#matters/matter/desk/act/ActForm.tsx'
import type { ActFormProps } from '#matters/matter/desk/act/act-form.ts'
import { useActForm } from '#matters/matter/desk/act/use-act-form.ts'
import { readIdentity } from '../../contract.ts'
import { useActsWords } from './acts-words.ts'

type Contact = OutputOf<typeof readIdentity>

/** Asks why, then shows who reported; nothing of it is kept on this side. */
export function ReadIdentityForm(props: ActFormProps) {
  const words = useActsWords().readIdentity
  const [contact, setContact] = useState<Contact | null>(null)
  const { state } = props.matter
  const usual = state === 'handling' || state === 'checked' ? state : 'other'
  const form = useActForm(
    readIdentity,
    props,
    { purpose: words.purposes[usual] as string },
    ({ purpose }) => ({ purpose: purpose.trim() }),
    { show: setContact },
  )
  if (contact) return <ContactShown contact={contact} onClose={props.onClose} />
  return (
    <ActForm
      verb="readIdentity"
      form={form}
      lead={words.lead}
      send={words.send}
      onClose={props.onClose}
    >
      <TextField label={words.purpose} {...form.bind('purpose')} maxLength={200} required />
    </ActForm>
  )
}

function ContactShown({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const words = useActsWords().readIdentity
  const { close } = useScreenWords()
  const { name, phone, behalfOf } = contact
  const facts = [
    { name: words.name, value: name },
    {
      name: words.phone,
      value: phone && (
        <a href={`tel:${phone.replace(/[^\d+]/g, '')}`} aria-label={fill(words.call, { phone })}>
          {phone}
        </a>
      ),
    },
    { name: words.behalfOf, value: behalfOf && fill(words.behalf, behalfOf) },
  ].filter(({ value }) => value !== null)
  return (
    <section className="act-form" aria-label={words.shown}>
      <h2>{words.shown}</h2>
      <p className="act-lead">{words.hint}</p>
      <div role="status">{facts.length > 0 ? <Facts facts={facts} /> : <p>{words.none}</p>}</div>
      <div className="form-actions">
        <Button kind="next" autoFocus onPress={onClose}>
          {close}
        </Button>
      </div>
    </section>
  )
}
