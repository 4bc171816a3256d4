/**
 * Two requests with one act id may arrive at the same moment, and nothing is there yet to lock. The store lets
 * one through
 * (unique act id, SQLSTATE 23505); the other asks again and gets the first answer.
 */
export async function onceMore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if ((error as { code?: string } | null)?.code !== '23505') throw error
    return work()
  }
}
