import { expect, it } from 'vitest'
import { actionFor } from './keys.ts'

const press = (key: string, more: Partial<{ ctrlKey: boolean; altKey: boolean }> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

it('reads the keys of the timeline', () => {
  expect(['+', '-', '0', '[', ']', 'g', 'l', 'F', 'a', 'h', 'c', ' ', 'Enter', 'F2', 'Delete'].map((key) => actionFor(press(key), true))).toEqual([
    'zoom-in', 'zoom-out', 'fit', 'previous', 'next', 'go-to', 'lanes', 'fit-selection', 'around', 'reveal', 'rival', 'peek', 'open', 'edit', 'remove',
  ])
})
it('leaves letters alone when single keys are off, and shortcuts to the program', () => {
  expect(['g', 'l', 'f', 'a', 'e', 'n'].map((key) => actionFor(press(key), false))).toEqual([null, null, null, null, null, null])
  expect(actionFor(press('0', { ctrlKey: true }), true)).toBeNull()
  expect([actionFor(press('ArrowUp', { altKey: true }), true), actionFor(press('ArrowLeft', { altKey: true }), true)]).toEqual(['split-up', null])
})
