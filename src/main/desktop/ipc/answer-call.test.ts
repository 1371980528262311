import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyCommand, CommandError } from '#domain/command/index.ts'
import { Refusal } from '#domain/exchange/refusal.ts'
import { NotSaved, StoreError } from '../../store/errors.ts'
import { answerCall } from './answer-call.ts'

const schema = z.strictObject({ id: z.string().min(1) })
const logged: unknown[] = []
const ask = (raw: unknown, handler: (input: unknown) => Promise<unknown>, trusted = true) => answerCall({ trusted, schema, handler, raw, log: (error) => logged.push(error) })
const echo = async (input: unknown) => input

describe('a call of a window', () => {
  it('is answered with what the handler gives', async () => expect(await ask({ id: 'a' }, echo)).toEqual({ ok: true, value: { id: 'a' } }))

  it('of another page is refused, and the handler is not asked', async () => {
    let asked = false
    const answer = await ask({ id: 'a' }, async () => void (asked = true), false)
    expect([answer, asked]).toEqual([{ ok: false, error: { code: 'untrusted', message: expect.any(String) } }, false])
  })

  it.each([[undefined], [null], [{}], [{ id: '' }], [{ id: 7 }], [{ id: 'a', more: 1 }]])('with %j is invalid', async (raw) => {
    expect(await ask(raw, () => Promise.reject(new Error('asked')))).toMatchObject({ ok: false, error: { code: 'invalid' } })
  })

  it.each([
    [new CommandError('in-use', 'sources.s1', 'rests', [{ from: { collection: 'annotations', id: 'n1' }, path: ['sourceId'], to: { collection: 'sources', id: 's1' } }]), { code: 'in-use', reason: 'in-use', where: 'sources.s1', dependents: ['annotations/n1'] }],
    [new CommandError('not-found', 'sources.s1', 'no such'), { code: 'not-found', where: 'sources.s1' }],
    [new CommandError('invalid', 'sources.s1.tlp', 'no'), { code: 'refused', reason: 'invalid' }],
    [new Refusal('duplicate-key', 'incident.tlp', 'twice'), { code: 'refused', reason: 'duplicate-key', where: 'incident.tlp' }],
    [new NotSaved('disk-full', 'ENOSPC'), { code: 'not-saved', reason: 'disk-full' }],
    [new StoreError('read-only', 'library', 'no'), { code: 'read-only' }],
    [new StoreError('corrupt', 'x.json', 'no'), { code: 'refused', reason: 'corrupt' }],
  ])('that fails with %s says so in a form a view can phrase', async (error, failure) => {
    const before = logged.length
    expect(await ask({ id: 'a' }, () => Promise.reject(error))).toMatchObject({ ok: false, error: failure })
    expect(logged.length).toBe(before)
  })

  it('that fails as nobody foresaw is unexpected, and logged', async () => {
    const error = new TypeError('x is not a function')
    expect(await ask({ id: 'a' }, () => Promise.reject(error))).toMatchObject({ ok: false, error: { code: 'unexpected' } })
    expect(logged).toContain(error)
  })

  it('carries what a real command error says', async () => {
    const remove = async () => applyCommand({ sources: {} } as never, { type: 'source.remove', id: 'none' })
    expect(await ask({ id: 'a' }, remove)).toMatchObject({ ok: false, error: { code: 'not-found', where: 'sources.none' } })
  })
})
