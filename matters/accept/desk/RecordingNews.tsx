import { Mark } from '#foundation/screens/Mark.tsx'
import { useIntakeWords } from './accept-words.ts'
import type { useRecording } from './use-recording.ts'

/** What somebody must know before sending again: no network, or no answer. */
export function RecordingNews({ recording }: { recording: ReturnType<typeof useRecording> }) {
  const words = useIntakeWords()
  const told = recording.offline ? words.offline : recording.waiting ? words.unknown : null
  return (
    <div role="status">
      {told ? (
        <p className="recording-news">
          <Mark tone="soon" />
          {told}
        </p>
      ) : null}
    </div>
  )
}
