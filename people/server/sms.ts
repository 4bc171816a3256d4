/** Carries a text to a phone. Rejects when it could not be handed over. */
export type SmsSender = {
  send(message: { readonly phone: string; readonly text: string }): Promise<void>
}

/** For the demo and for trying out: messages go to the server's log instead of a phone. */
export function consoleSms(write: (line: string) => void): SmsSender {
  return {
    async send({ phone, text }) {
      write(`短信 SMS → ${phone}: ${text}`)
    },
  }
}
