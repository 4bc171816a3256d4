import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { InsideDialog } from '../keys/shortcuts.ts'
import { useScreenWords } from '../setting.ts'
import { Button } from './Button.tsx'
import { Sign } from './Sign.tsx'

type DialogProps = {
  title: string
  open: boolean
  onClose: () => void
  /** `side` slides in from the right for longer work beside the list; `wide` for tables and maps. */
  shape?: 'usual' | 'wide' | 'side'
  /** What was typed would be lost by a click beside it. */
  keep?: boolean
  /** Buttons, the next thing first. */
  actions?: ReactNode
  children: ReactNode
}

export function Dialog({
  title,
  open,
  onClose,
  shape = 'usual',
  keep = false,
  actions,
  children,
}: DialogProps) {
  const words = useScreenWords()
  return (
    <ModalOverlay
      className="overlay"
      isOpen={open}
      isDismissable={!keep}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={`modal modal-${shape}`}>
        <AriaDialog className="dialog">
          <header className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button kind="quiet" label={words.close} onPress={onClose}>
              <Sign name="close" />
            </Button>
          </header>
          <InsideDialog value={true}>
            <div className="dialog-body">{children}</div>
            {actions ? <footer className="dialog-actions">{actions}</footer> : null}
          </InsideDialog>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
