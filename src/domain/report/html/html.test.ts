import { describe, expect, it } from 'vitest'
import { emptyIncident } from '../../incident/index.ts'
import { buildReport, composeReportPage, fillPages, printWithPages, reportHtml, reportPageCss, timelineSvg } from '../index.ts'
import { cssString } from './page-css.ts'

const document = (title = 'A case') => buildReport(emptyIncident({ id: 'x', title, createdAt: '2025-10-06T08:00:00Z' }), { language: 'cs', tlp: 'AMBER+STRICT', now: '2025-10-06T08:00:00Z', reportId: 'KR-1' })

describe('the words of the page margins', () => {
  it('cannot leave their string', () => {
    expect(cssString('a"b\\c\n}</style>')).toBe('"a\\22 b\\5c c\\a \\7d \\3c \\2f style\\3e "')
    const css = reportPageCss(document('"; } @import url(http://x); /*'))
    expect(css.replaceAll(/"[^"]*"/g, '""')).toBe(reportPageCss(document()).replaceAll(/"[^"]*"/g, '""'))
    expect(css).not.toMatch(/@import|\/\*/)
  })

  it('say the label above and below and the page in the language of the report', () => {
    const css = reportPageCss(document())
    expect(css.match(/content: "TLP:AMBER\+STRICT"; color: #FFC000/g)).toHaveLength(2)
    expect(css).toContain('"strana " counter(page) " z " counter(pages)')
  })
})

describe('the page', () => {
  const template = '<!doctype html><html lang="en"><head><title>Report</title><!--report-page-css--></head><body><!--report--></body></html>'

  it('is the template with language, title, margin words and body', () => {
    const page = composeReportPage(template, document('<b>$&'), { body: '<main>$1</main>', pageCssHref: '/report/a.css' })
    expect(page).toBe('<!doctype html><html lang="cs"><head><title>KR-1 &lt;b&gt;$&amp;</title><link rel="stylesheet" href="/report/a.css"></head><body><main>$1</main></body></html>')
  })

  it('is refused when the template is another one', () => {
    expect(() => composeReportPage('<html lang="en">', document(), { body: '', pageCssHref: '' })).toThrow('no /<title>')
  })
})

describe('page numbers', () => {
  const html = '<li><a href="#sec-a">A</a><a class="page" href="#sec-a">00</a></li><span class="pages">↑\u00a0p.\u00a0<a class="page" href="#r1">00</a>, <a class="page" href="#r1-2">00</a>, <a class="page" href="#r1-3">00</a></span>'

  it('stand in contents and, one for each page, in notes', () => {
    const filled = fillPages(html, new Map([['sec-a', 3], ['r1', 2], ['r1-2', 2], ['r1-3', 5]]))
    expect(filled).toContain('<a class="page" href="#sec-a">3</a>')
    expect(filled).toContain('<span class="pages">↑\u00a0p.\u00a0<a class="page" href="#r1">2</a>, <a class="page" href="#r1-3">5</a></span>')
  })

  it('are left out of a preview, where ways back stay', () => {
    const preview = fillPages(html, new Map())
    expect(preview).not.toContain('00')
    expect(preview.match(/class="back" href="#r1/g)).toHaveLength(3)
  })

  it('fill every placeholder of a real report', () => {
    const body = reportHtml(document())
    const ids = [...body.matchAll(/class="page" href="#([^"]+)"/g)].map((match) => match[1] ?? '')
    expect(ids.length).toBeGreaterThan(10)
    expect(fillPages(body, new Map(ids.map((id) => [id, 4])))).not.toContain('>00<')
  })

  /** A printer whose destinations exist only where a link leads to them, as Chromium's do. */
  const printer = (places: (print: number) => Record<string, number>) => {
    let prints = 0
    return {
      print: (body: string) => Promise.resolve(new TextEncoder().encode(body)),
      read: (pdf: Uint8Array) => {
        const body = new TextDecoder().decode(pdf)
        prints += 1
        return new Map(Object.entries(places(prints)).filter(([id]) => body.includes(`href="#${id}"`)))
      },
    }
  }

  it('come to rest although dropped links make their targets vanish', async () => {
    const { print, read } = printer(() => ({ 'sec-a': 3, r1: 2, 'r1-2': 2, 'r1-3': 5 }))
    const { prints, pages } = await printWithPages(html, print, read)
    expect([prints, pages.get('r1-2')]).toEqual([2, 2])
  })

  it('are printed again when filling them in moved something, and given up after four prints', async () => {
    const once = printer((print) => ({ 'sec-a': print === 1 ? 3 : 4, r1: 2, 'r1-2': 2, 'r1-3': 5 }))
    expect((await printWithPages(html, once.print, once.read)).prints).toBe(3)
    const never = printer((print) => ({ 'sec-a': print }))
    await expect(printWithPages(html, never.print, never.read)).rejects.toThrow('do not come to rest')
  })
})

describe('the timeline as a file', () => {
  it('is well-formed XML with title, label and source line, whatever the title says', () => {
    const incident = emptyIncident({ id: 'x', title: 'A & B <c> "d"', createdAt: '2025-10-06T08:00:00Z' })
    const svg = timelineSvg(incident, { language: 'en', tlp: 'GREEN' })
    const open: string[] = []
    for (const [, close, name = '', self] of svg.replace(/^<\?xml[^>]*>/, '').matchAll(/<(\/?)([a-z]+)(?:\s[^<>]*?)?(\/?)>/gi)) {
      if (close === '/') expect(open.pop()).toBe(name)
      else if (self !== '/') open.push(name)
    }
    expect(open).toEqual([])
    expect(svg).toContain('A &amp; B &lt;c&gt; &quot;d&quot;')
    expect(svg).toMatch(/fill="#33FF00"[^>]*>TLP:GREEN</)
    expect(svg).toContain('Based on 0 sources')
    expect(svg).not.toMatch(/style=|&(?!amp;|lt;|gt;|quot;|#39;)/)
  })
})
