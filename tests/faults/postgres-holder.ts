// Started by postgres.test.ts as a process of its own: holds the store of a data folder until it is told to go
// (a line on standard input) or killed. Prints the address.
import { setgid, setgroups, setuid } from 'node:process'
import { startPostgres } from '#foundation/server/embedded-postgres.ts'

const [dataDir = '', uid, gid] = process.argv.slice(2)
if (uid && gid) {
  setgroups?.([])
  setgid?.(Number(gid))
  setuid?.(Number(uid))
}
const postgres = await startPostgres({ dataDir, durable: false })
console.log(postgres.url)
process.stdin.once('data', () => {
  void postgres.stop().then(() => process.exit(0))
})
