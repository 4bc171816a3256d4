import { readFile } from 'node:fs/promises'
import { Refused, refuse } from '../../refusal.ts'
import { readHead, sniff } from '../sniff.ts'
import { headOf, type ToldEncoding, tellEncoding } from './encoding.ts'
import type { TableFormat, TableNote } from './table.ts'

export type ToldFormat =
  | { readonly format: 'xlsx' }
  | { readonly format: Exclude<TableFormat, 'xlsx'>; readonly told: ToldEncoding }

const unreadable = () => new Refused(refuse('files.tableUnreadable', 'invalid'))

/** Excel before 2007 and an encrypted workbook both come in an OLE container; the latter holds `EncryptedPackage`. */
async function refuseOle(path: string): Promise<never> {
  const locked = (await readFile(path)).includes(Buffer.from('EncryptedPackage', 'utf16le'))
  throw new Refused(refuse(locked ? 'files.zipLocked' : 'files.spreadsheetOld', 'invalid'))
}

/** Tells how text is to be read from its beginning. */
function tellText(head: string): Exclude<TableFormat, 'xlsx'> {
  const start = head.trimStart()
  if (start === '') throw new Refused(refuse('files.tableEmpty', 'invalid'))
  // Many systems export a web page or an XML sheet under the name .xls.
  if (/^<(\?xml|!doctype|html|head|table|workbook|meta|style|div)\b/i.test(start)) {
    throw new Refused(refuse('files.tableIsWebPage', 'invalid'))
  }
  if (/^\[\s*([{\]]|$)/.test(start)) return 'json'
  // One object over several lines is a document, not a table.
  if (/^\{\s*\n/.test(start)) throw unreadable()
  return /^\{\s*["}]/.test(start) ? 'jsonl' : 'csv'
}

/** Tells the format of a file from its bytes, or refuses it with what to do instead. */
export async function tellFormat(path: string): Promise<ToldFormat> {
  const head = await readHead(path, 64)
  if (head.length === 0) throw new Refused(refuse('files.tableEmpty', 'invalid'))
  const type = sniff(head)
  if (type === 'application/zip') return { format: 'xlsx' }
  if (type === 'application/x-ole-storage') return refuseOle(path)
  if (type !== null) throw unreadable()
  const told = await tellEncoding(path, head)
  if (told === null) throw unreadable()
  return { format: tellText(await headOf(path, told.encoding, 4096)), told }
}

const extensionFormats: Readonly<Record<string, TableFormat>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
}

/** Notes a name that promises another format than the content is. */
export function noteName(name: string | undefined, format: TableFormat): TableNote[] {
  const extension = /\.(\w+)$/.exec(name ?? '')?.[1]?.toLowerCase()
  const promised = extension && extensionFormats[extension]
  if (!promised || promised === format) return []
  return [
    { key: 'nameLies', values: { said: extension.toUpperCase(), format: format.toUpperCase() } },
  ]
}
