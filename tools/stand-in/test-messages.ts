/** What a test can say to the program it started, over Node's own channel between parent and child. */
export type TestMessage =
  | { type: 'answer-dialog'; answer: { canceled: boolean; filePaths: string[] } }
  | { type: 'choose-menu'; id: string }
  | { type: 'quit' }

export function onTestMessage<T extends TestMessage['type']>(type: T, listener: (message: Extract<TestMessage, { type: T }>) => void): void {
  // Listening keeps the channel and so the process alive; a program nobody tests must be able to end.
  if (!process.channel) return
  process.on('message', (message: TestMessage) => {
    if (message.type === type) listener(message as Extract<TestMessage, { type: T }>)
  })
}

export const tellTest = (message: { type: 'window' }): void => void process.send?.(message)
