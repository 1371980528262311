import { run } from './run.ts'

/** The command line as a process of its own, to be killed by a test. */
const io = { stdout: process.stdout, stderr: process.stderr, stdin: process.stdin, cwd: process.cwd(), env: process.env }
const none = () => Promise.reject(new Error('not part of this test'))
process.exitCode = await run(process.argv.slice(2), io, { version: '0', now: () => new Date(), timeOfIssue: () => new Date(), references: { list: async () => [], open: none }, exportReport: none, drawPicture: none, vocabularies: none })
