import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { now } from '#foundation/desk/clock.ts'
import { useMe } from '#people/desk/me.ts'
import { closeOutbox, openOutbox, sendWaiting, useOutbox } from './outbox.ts'

/** Stands in the frame for whoever reports from the street: sends what waits whenever it can, wherever one is. */
export function OutboxKeeper() {
  const { person } = useMe()
  const client = useQueryClient()
  const received = useOutbox().filter(({ state }) => state === 'received').length
  useEffect(() => {
    if (!person) return
    const again = () => void sendWaiting()
    void openOutbox(person, now())
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      closeOutbox()
    }
  }, [person])
  useEffect(() => {
    if (received > 0) void client.invalidateQueries()
  }, [received, client])
  return null
}
