import type { RailLink } from '#foundation/desk/room.ts'
import { useLanguage } from '#foundation/desk/setting.ts'
import { useAsk } from '#foundation/desk/use-ask.ts'
import { countQueues } from '#matters/matter/contract.ts'
import { words } from '../../words.ts'

const countEverySeconds = 20

/** My queues with the counts of their rows: badge and rows come from the same definition on the server. */
export function useQueues(): { links: readonly RailLink[]; ready: boolean } {
  const language = useLanguage()
  const answer = useAsk(countQueues, {}, { everySeconds: countEverySeconds })
  const names = words[language].matter.queue
  const links = (answer.data ?? []).map(({ queue, count, capped }) => ({
    key: queue,
    label: names[queue],
    href: `/queues/${queue}`,
    count,
    capped,
    late: queue === 'late' && count > 0,
  }))
  return { links, ready: answer.isSuccess }
}
