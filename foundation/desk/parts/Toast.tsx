import {
  UNSTABLE_Toast as AriaToast,
  Text,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { Mark } from '../../screens/Mark.tsx'
import type { Tone } from '../../screens/tone.ts'
import { useScreenWords } from '../setting.ts'
import { Button } from './Button.tsx'
import { Sign } from './Sign.tsx'

type Told = { tone: Tone; sentence: string; undo?: { label: string; run: () => void } }

const queue = new ToastQueue<Told>({ maxVisibleToasts: 3 })
// Long enough to be read twice; trouble stays until it is closed.
const doneMilliseconds = 8000

/** Says that something was done; the screen shows the result beside it. */
export function tellDone(sentence: string, undo?: Told['undo']): void {
  queue.add({ tone: 'done', sentence, ...(undo ? { undo } : {}) }, { timeout: doneMilliseconds })
}

/** Says what did not work, where no field can say it. */
export function tellTrouble(sentence: string): void {
  queue.add({ tone: 'late', sentence })
}

/** Stands once in the frame. */
export function Toasts() {
  const words = useScreenWords()
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={words.information}>
      {({ toast }) => (
        <AriaToast toast={toast} className="toast">
          <Mark tone={toast.content.tone} />
          <ToastContent>
            <Text slot="title">{toast.content.sentence}</Text>
          </ToastContent>
          {toast.content.undo ? (
            <Button
              kind="quiet"
              onPress={() => {
                toast.content.undo?.run()
                queue.close(toast.key)
              }}
            >
              {toast.content.undo.label}
            </Button>
          ) : null}
          <Button kind="quiet" label={words.close} onPress={() => queue.close(toast.key)}>
            <Sign name="close" />
          </Button>
        </AriaToast>
      )}
    </ToastRegion>
  )
}
