import { commandLineArguments, ownArguments } from './arguments.ts'

// Boot, in order. Each way loads only what it needs: the command line never loads Electron unless it prints.
// Only the loading is awaited: Electron becomes ready after this module has been evaluated.
const args = ownArguments(process.argv)
const commandLine = commandLineArguments(args)
if (commandLine) {
  const { runCommandLine } = await import('./command-line.ts')
  void runCommandLine(commandLine)
} else {
  const { start } = await import('./desktop/start.ts')
  start(args)
}
