import type { HandedIn } from './unsent.ts'

const [databaseName, storeName] = ['linli-field', 'reports']

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no reason'))
  })
}

async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(databaseName, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName, { keyPath: 'id' })
  const database = await answerOf(opening)
  const transaction = database.transaction(storeName, mode)
  const end = () => database.close()
  transaction.oncomplete = end
  transaction.onabort = end
  return transaction.objectStore(storeName)
}

/** Reports of one officer kept in this browser, photos included. @throws DOMException where it keeps nothing */
export async function readReports(owner: string): Promise<HandedIn[]> {
  const all: HandedIn[] = await answerOf((await openStore('readonly')).getAll())
  return all.filter((report) => report.owner === owner)
}

/** Keeps a report, or what has become of it. @throws DOMException when the phone is full */
export async function keepReport(report: HandedIn): Promise<void> {
  await answerOf((await openStore('readwrite')).put(report))
}

export async function forgetReport(id: string): Promise<void> {
  await answerOf((await openStore('readwrite')).delete(id))
}
