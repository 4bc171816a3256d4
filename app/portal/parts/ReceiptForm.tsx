import { TextField } from '#foundation/portal/Field.tsx'
import { Actions, Form, Submit } from '#foundation/portal/Form.tsx'
import { useWords } from '#foundation/portal/frame.ts'
import { portalWords } from '../words.ts'

type ReceiptFormProps = {
  /** As it was typed, when it did not fit. */
  number?: string | undefined
  error?: string | undefined
}

/** Number and secret open one matter without an account. */
export function ReceiptForm({ number, error }: ReceiptFormProps) {
  const words = useWords(portalWords).home
  return (
    <Form action="/receipt" troubles={error ? [{ field: 'number', sentence: error }] : []}>
      <TextField
        name="number"
        label={words.number}
        hint={words.lookUpHint}
        length={20}
        maxLength={30}
        required
        value={number}
        error={error}
      />
      <TextField name="secret" label={words.secret} length={12} maxLength={20} required />
      <Actions>
        <Submit label={words.open} kind="other" />
      </Actions>
    </Form>
  )
}
