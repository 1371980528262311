import { ipcMain } from 'electron'
import { channels, contract, type Handlers } from '#contract/index.ts'
import { answerCall, type CallEvent } from './answer-call.ts'
import { isTrustedSender } from '../origin.ts'

/** Connects every channel of the contract. Nothing else in the program listens to windows. */
export function serve(handlers: Handlers, log: (channel: string, error: unknown) => void): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event: CallEvent, raw: unknown) =>
      answerCall({
        trusted: isTrustedSender(event),
        schema: contract[channel].input,
        // The schema of the same channel has parsed the input; the compiler cannot follow that through the loop.
        handler: handlers[channel] as (input: unknown) => Promise<unknown>,
        raw,
        log: (error) => log(channel, error),
      }),
    )
  }
}
