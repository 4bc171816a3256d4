import { type ReactNode, useId, useRef } from 'react'
import { Mark } from '../../screens/Mark.tsx'
import { useShortcut } from '../keys/shortcuts.ts'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { useScreenWords } from '../setting.ts'
import { useFocusOnFault } from './use-focus-on-fault.ts'

type FormDialogProps = {
  title: string
  open: boolean
  onClose: () => void
  /** What will happen when it is sent, before it happens. */
  lead: ReactNode
  /** What the button does: "新设单位". */
  send: string
  onSend: () => void
  busy: boolean
  /** The refusal that blames no field of the form. */
  trouble?: string | null
  /** Why it cannot be sent now. */
  whyNot?: string | null
  shape?: 'usual' | 'side'
  children?: ReactNode
}

/** A question with fields, or a confirmation without: says what will happen, keeps what was typed, Ctrl+Enter sends. */
export function FormDialog({ title, open, onClose, shape = 'usual', ...form }: FormDialogProps) {
  return (
    <Dialog title={title} open={open} onClose={onClose} shape={shape} keep>
      <FormBody {...form} onClose={onClose} />
    </Dialog>
  )
}

type FormBodyProps = Omit<FormDialogProps, 'title' | 'open' | 'shape'>

function FormBody({ lead, send, onSend, busy, trouble, whyNot, children, onClose }: FormBodyProps) {
  const words = useScreenWords()
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFault(form, busy)
  const sendOnce = () => {
    if (!busy && !whyNot) onSend()
  }
  useShortcut({ keys: 'Control+Enter', label: send, group: 'here', run: sendOnce })
  return (
    <form
      ref={form}
      id={id}
      className="form-dialog"
      onSubmit={(event) => {
        event.preventDefault()
        sendOnce()
      }}
    >
      <div className="dialog-lead">{lead}</div>
      {children}
      <FormTrouble sentence={trouble ?? null} />
      <div className="form-actions">
        <Button kind="next" type="submit" busy={busy} whyNot={whyNot} keyHint="Control+Enter">
          {send}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  )
}

/** What a form as a whole was refused for. */
export function FormTrouble({ sentence }: { sentence: string | null }) {
  return (
    <div role="alert">
      {sentence ? (
        <p className="form-trouble">
          <Mark tone="late" />
          {sentence}
        </p>
      ) : null}
    </div>
  )
}
