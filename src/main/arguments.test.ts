import { describe, expect, it } from 'vitest'
import { commandLineArguments, ownArguments, startOptions } from './arguments.ts'

describe('arguments', () => {
  it.each([
    ['Node', ['node', 'out/main/index.js', 'list', '--json'], false, ['list', '--json']],
    ['Electron with its own switches', ['electron', '--no-sandbox', '--inspect=0', 'out/main/index.js', '--sample'], false, ['--sample']],
    ['a packaged program', ['kronika', '--sample'], true, ['--sample']],
    ['nothing', ['node', 'out/main/index.js'], false, []],
  ])('are found after %s', (_what, argv, packaged, own) => expect(ownArguments(argv, packaged)).toEqual(own))

  it.each([
    [['list', '--json'], ['list', '--json']],
    [['--help'], ['--help']],
    [['--version'], ['--version']],
    [['no-such-verb'], ['no-such-verb']],
    [['--cli', '--library', 'a'], ['--library', 'a']],
    [[], null],
    [['--sample'], null],
    [['--library', 'list'], null],
  ])('%j is for the command line as %j', (args, wanted) => expect(commandLineArguments(args)).toEqual(wanted))

  it('say what to open', () => {
    expect(startOptions(['--sample', '--library', 'a', '--user-data', 'b'])).toEqual({ library: 'a', userData: 'b', sample: true })
    expect(startOptions(['--sample', '--no-sample'])).toEqual({ library: null, userData: null, sample: false })
    expect(() => startOptions(['--library', '--sample'])).toThrow('--library needs a value')
  })
})
