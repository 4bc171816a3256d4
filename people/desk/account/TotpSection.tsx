import { useState } from 'react'
import type { OutputOf } from '#foundation/contract.ts'
import { FormDialog } from '#foundation/desk/form/FormDialog.tsx'
import { useCommandForm } from '#foundation/desk/form/use-command-form.ts'
import { Button } from '#foundation/desk/parts/Button.tsx'
import { TextField } from '#foundation/desk/parts/Field.tsx'
import { tellDone } from '#foundation/desk/parts/Toast.tsx'
import { beginTotp, confirmTotp, removeTotp } from '../../contract.ts'
import { usePeopleWords } from '../people-words.ts'
import { useAccountWords } from './account-words.ts'
import type { OwnAccount } from './PasswordSection.tsx'

/** The second factor: enrolled with a picture, given up with a last code. */
export function TotpSection({ account }: { account: OwnAccount }) {
  const { totp: words } = useAccountWords()
  const people = usePeopleWords()
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <section>
      <h2>{words.title}</h2>
      <p>{account.totp ? people.account.totpOn : people.account.totpOff}</p>
      <div className="form-actions">
        <Button onPress={() => setOpen(true)}>
          {account.totp ? people.account.removeTotp : people.account.enrolTotp}
        </Button>
      </div>
      {open && account.totp ? <RemoveDialog onClose={close} /> : null}
      {open && !account.totp ? <EnrolDialog onClose={close} /> : null}
    </section>
  )
}

function EnrolDialog({ onClose }: { onClose: () => void }) {
  const [begun, setBegun] = useState<OutputOf<typeof beginTotp> | null>(null)
  return begun ? (
    <ConfirmDialog begun={begun} onClose={onClose} />
  ) : (
    <BeginDialog onBegun={setBegun} onClose={onClose} />
  )
}

type BeginDialogProps = {
  onBegun: (begun: OutputOf<typeof beginTotp>) => void
  onClose: () => void
}

function BeginDialog({ onBegun, onClose }: BeginDialogProps) {
  const { totp: words } = useAccountWords()
  const people = usePeopleWords()
  const form = useCommandForm(beginTotp, { current: '' }, (fields) => fields)
  return (
    <FormDialog
      title={people.account.enrolTotp}
      open
      onClose={onClose}
      lead={words.beginLead}
      send={words.show}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(onBegun)}
    >
      <TextField
        label={people.fields.current}
        type="password"
        autoComplete="current-password"
        error={form.trouble.at('current')}
        value={form.fields.current}
        onChange={(current) => form.change({ current })}
        required
        autoFocus
      />
    </FormDialog>
  )
}

type ConfirmDialogProps = { begun: OutputOf<typeof beginTotp>; onClose: () => void }

function ConfirmDialog({ begun, onClose }: ConfirmDialogProps) {
  const { totp: words } = useAccountWords()
  const people = usePeopleWords()
  const form = useCommandForm(confirmTotp, { code: '' }, (fields) => fields)
  const done = () => {
    onClose()
    tellDone(words.confirmed)
  }
  return (
    <FormDialog
      title={people.account.enrolTotp}
      open
      onClose={onClose}
      lead={people.account.totpHint}
      send={words.confirm}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(done)}
    >
      <img
        className="totp-picture"
        src={`data:image/svg+xml,${encodeURIComponent(begun.qr)}`}
        alt={words.picture}
      />
      <p>
        {words.secret}
        <br />
        <code className="totp-secret">{begun.secret.replace(/(.{4})/g, '$1 ')}</code>
      </p>
      <TextField
        label={people.fields.totpCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.trouble.at('code')}
        value={form.fields.code}
        onChange={(code) => form.change({ code })}
        required
        autoFocus
      />
    </FormDialog>
  )
}

function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { totp: words } = useAccountWords()
  const people = usePeopleWords()
  const form = useCommandForm(removeTotp, { current: '', code: '' }, (fields) => fields)
  const done = () => {
    onClose()
    tellDone(words.removed)
  }
  return (
    <FormDialog
      title={people.account.removeTotp}
      open
      onClose={onClose}
      lead={words.removeLead}
      send={people.account.removeTotp}
      busy={form.busy}
      trouble={form.trouble.rest}
      onSend={() => form.send(done)}
    >
      <TextField
        label={people.fields.current}
        type="password"
        autoComplete="current-password"
        error={form.trouble.at('current')}
        value={form.fields.current}
        onChange={(current) => form.change({ current })}
        required
        autoFocus
      />
      <TextField
        label={people.fields.totpCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        error={form.trouble.at('code')}
        value={form.fields.code}
        onChange={(code) => form.change({ code })}
        required
      />
    </FormDialog>
  )
}
