import { describe, expect, it } from 'vitest'
import { isReportPage, isTrustedSender, mayLoad, mayNavigate } from './origin.ts'

const report = 'app://kronika/report-0a1b2c3d-0000-4000-8000-0123456789ab.html'
const foreign = ['https://kronika/index.html', 'http://127.0.0.1/', 'file:///etc/passwd', 'data:text/html,x', 'about:blank', 'javascript:alert(1)', 'app://kronika.evil.example/index.html', 'app://evil/index.html', 'app://kronika:8080/index.html', 'app://user@kronika/index.html', 'app://user:secret@kronika/', 'appx://kronika/index.html', 'blob:app://kronika/1', 'devtools://devtools/x', '', '/index.html', null, undefined, 7, {}]

describe('what may be loaded', () => {
  it.each(['app://kronika/index.html', 'app://kronika/assets/a.js', 'APP://kronika/x', report])('%s may', (address) => expect(mayLoad(address)).toBe(true))
  it.each(foreign)('%s may not', (address) => expect(mayLoad(address)).toBe(false))
})

describe('where a page may go', () => {
  it('reloads itself', () => expect(mayNavigate('app://kronika/index.html', true)).toBe(true))
  it('shows a report in a frame', () => expect(mayNavigate(report, false)).toBe(true))
  it('does not leave for a report', () => expect(mayNavigate(report, true)).toBe(false))
  it('does not show itself in a frame', () => expect(mayNavigate('app://kronika/index.html', false)).toBe(false))
  it('does not go to another file of its own', () => expect(mayNavigate('app://kronika/assets/a.js', true)).toBe(false))
  it.each(foreign)('never to %s', (address) => expect([mayNavigate(address, true), mayNavigate(address, false)]).toEqual([false, false]))
  it.each(['app://kronika/report-1.html', 'app://kronika/report-../../x.html', `${report}/x`, 'app://kronika/REPORT-0a1b2c3d-0000-4000-8000-0123456789ab.html'])('%s is no report', (address) => expect(isReportPage(address)).toBe(false))
})

describe('who may call', () => {
  const page = 'app://kronika/index.html'
  it.each([page, `${page}#reader`, `${page}?x=1`])('the main frame at %s may', (url) => expect(isTrustedSender({ senderFrame: { url, parent: null } })).toBe(true))
  it('a frame that is gone may not', () => {
    expect(isTrustedSender({ senderFrame: null })).toBe(false)
    expect(isTrustedSender({ senderFrame: undefined })).toBe(false)
  })
  it('a frame inside another may not, also with our address', () => expect(isTrustedSender({ senderFrame: { url: page, parent: {} } })).toBe(false))
  it('a frame that does not say whether it has a parent may not', () => expect(isTrustedSender({ senderFrame: { url: page, parent: undefined } })).toBe(false))
  it('a frame that throws when it is looked at may not', () => {
    const gone = { parent: null, get url(): string { throw new Error('Render frame was disposed') } }
    expect(isTrustedSender({ senderFrame: gone })).toBe(false)
  })
  it('a report page may not', () => expect(isTrustedSender({ senderFrame: { url: report, parent: null } })).toBe(false))
  it.each(foreign)('%s may not', (url) => expect(isTrustedSender({ senderFrame: { url: url as string, parent: null } })).toBe(false))
})
