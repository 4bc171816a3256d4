/**
 * Calls `stop` once when the command shall end: Ctrl-C, a terminal closed, a service manager's SIGTERM, or the
 * starter (app/linli.mjs) gone. Ends the process afterwards, with 0 when everything stopped in order.
 * A terminal sends Ctrl-C to the starter and to us, and the starter hands it on: the second one means the same.
 */
export function atEnd(stop: (reason: string) => Promise<void>): void {
  let ending = false
  const end = (reason: string) => {
    if (ending) return
    ending = true
    stop(reason).then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => end(signal))
  if (process.connected) {
    process.on('disconnect', () => end('disconnect'))
    // The channel tells of the starter's end; it is no reason to stay when our own work is done.
    process.channel?.unref()
  }
}
