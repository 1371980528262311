import { likelihoodScales } from '../../incident/index.ts'
import type { Block, Cell, Inline, JudgementBlock, ReportDocument, Rich, RowGroup, Section, Table, TextRun } from '../document.ts'
import { figureSvg } from '../figure/index.ts'
import { element, ink, rectangle } from '../figure/svg.ts'
import { plainText } from '../rich.ts'
import { stringsOf, termName, type Strings } from '../strings.ts'
import { escapeText as esc } from './escape.ts'

/** What the renderer of one document knows. */
export type Page = { document: ReportDocument; strings: Strings }

const looks: Partial<Record<NonNullable<TextRun['look']>, [string, string]>> = {
  // Not <strong>: Chromium writes it as a structure element that PDF 1.4 does not know.
  strong: ['<span class="strong">', '</span>'],
  quiet: ['<span class="quiet">', '</span>'],
  label: ['<span class="label">', '</span>'],
}

function run({ strings }: Page, part: TextRun): string {
  const lang = part.lang === undefined ? '' : ` lang="${esc(part.lang)}"`
  if (part.look === 'title') return `<cite${lang}>${esc(part.text)}</cite>`
  if (part.look === undefined && lang !== '') return `<span${lang}>${esc(part.text)}</span>`
  if (part.look === 'quote') return `<span class="quote"${lang}>${esc(`${strings.quotes[0]}${part.text}${strings.quotes[1]}`)}</span>`
  const [open, close] = (part.look && looks[part.look]) ?? ['', '']
  return `${open}${esc(part.text)}${close}`
}

/** A page number to be filled in: two digits wide, so that filling it in moves no line. */
export const pageCell = (id: string): string => `<a class="page" href="#${esc(id)}">00</a>`

function inline(page: Page, part: Inline): string {
  const { document, strings } = page
  switch (part.kind) {
    case 'text':
      return run(page, part)
    case 'call':
      return `<a class="call" id="${esc(part.id)}" href="#n${part.note}">${part.note}</a>`
    case 'break':
      return '<br>'
    case 'tlp':
      return `<span class="tlp" data-tlp="${esc(part.label)}">TLP:${esc(part.label)}</span>`
    case 'link':
      return `<a href="#${esc(part.to)}">${esc(part.text)}</a>`
    case 'reference':
      return `<a href="#${esc(part.to)}">${esc(`${part.to.startsWith('f-') ? strings.figure : strings.table}\u00a0${document.numbers[part.to] ?? ''}`)}</a>`
    case 'address':
      return `<a class="address" href="${esc(part.href)}">${esc(part.text)}</a>`
    case 'pages':
      return `<span class="pages">↑\u00a0${esc(strings.page.abbreviation)}\u00a0${part.of.map(pageCell).join(', ')}</span>`
  }
}

/** Two runs that touch are joined with a thin space only where both are note calls. */
export const rich = (page: Page, parts: Rich): string => parts.map((part, index) => `${part.kind === 'call' && parts[index - 1]?.kind === 'call' ? '<span class="call">,</span>' : ''}${inline(page, part)}`).join('')

function cell(page: Page, { text, rows }: Cell, index: number, table: Table): string {
  const span = rows === undefined || rows === 1 ? '' : ` rowspan="${rows}"`
  const right = table.columns[index]?.align === 'right' ? ' class="number"' : ''
  return index === 0 ? `<th scope="row"${span}>${rich(page, text)}</th>` : `<td${span}${right}>${rich(page, text)}</td>`
}

/** In a group whose first cell spans rows, later rows begin with the second column. */
function rows(page: Page, table: Table, group: RowGroup): string {
  return group.rows.map(({ id, cells }) => {
    const offset = table.columns.length > cells.length ? 1 : 0
    return `<tr${id === undefined ? '' : ` id="${esc(id)}"`}>${cells.map((one, index) => cell(page, one, index + offset, table)).join('')}</tr>`
  }).join('\n')
}

/** A table of few rows stays whole; one whose few rows are tall may break between them. */
const isShort = (one: Table, count: number) => {
  const length = one.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)).reduce((sum, { text }) => sum + plainText(text).length, 0)
  return count <= 6 && length <= 900
}

export function table(page: Page, one: Table): string {
  const { document, strings } = page
  const number = document.numbers[one.id] ?? ''
  const count = one.groups.reduce((sum, group) => sum + group.rows.length, 0)
  const head = one.columns.map((column) => `<th scope="col"${column.align === 'right' ? ' class="number"' : ''}>${esc(column.head)}</th>`).join('')
  const bodies = one.groups.map((group) => {
    const heading = group.head === undefined ? '' : `<tr class="group"><th scope="colgroup" colspan="${one.columns.length}">${esc(group.head)}</th></tr>\n`
    return `<tbody>${heading}${rows(page, one, group)}</tbody>`
  })
  return [
    `<div class="table-block${isShort(one, count) ? ' short' : ''}">`,
    `<p class="caption" id="${one.id}"><span class="strong">${esc(`${strings.table}\u00a0${number}.`)}</span> ${esc(one.caption)}</p>`,
    `<table class="t-${one.name}" aria-labelledby="${one.id}"><colgroup>${one.columns.map(() => '<col>').join('')}</colgroup><thead><tr>${head}</tr></thead>${bodies.join('\n')}</table>`,
    '</div>',
  ].join('\n')
}

/** Boxes as wide as the ranges of the scale, the chosen one filled. */
function likelihoodBar({ strings }: Page, block: JudgementBlock, step: number): string {
  const steps = likelihoodScales[block.scale]
  const first = steps[0].from
  const span = (steps.at(-1)?.to ?? 100) - first
  const boxes = steps.map(({ from, to }, index) => {
    const x = ((from - first) / span) * 35.6
    return rectangle(x + 0.2, 0.2, ((to - from) / span) * 35.6 - 0.55, 2.2, { fill: index === step ? ink : '#ffffff', stroke: ink, 'stroke-width': 0.25 })
  })
  const chosen = steps[step]
  const label = chosen === undefined ? '' : strings.bar(termName(strings, chosen.term), strings.range(chosen.from, chosen.to))
  return element('svg', { role: 'img', 'aria-label': label, class: 'bar', viewBox: '0 0 36 2.6', width: '36mm', height: '2.6mm' }, ...boxes)
}

const levels = ['low', 'moderate', 'high'] as const

function confidence({ strings }: Page, level: NonNullable<JudgementBlock['confidence']>): string {
  const filled = levels.indexOf(level) + 1
  const squares = levels.map((_, index) => rectangle(0.2 + index * 3.2, 0.2, 2.4, 2.4, { fill: index < filled ? ink : '#ffffff', stroke: ink, 'stroke-width': 0.25 }))
  const words = strings.judgement.levels[level]
  return `${element('svg', { role: 'img', 'aria-label': `${strings.judgement.confidence}: ${words}`, class: 'squares', viewBox: '0 0 9.4 2.8', width: '9.4mm', height: '2.8mm' }, ...squares)} <span class="strong">${esc(words)}</span>`
}

function judgement(page: Page, block: JudgementBlock): string {
  const { strings } = page
  const chosen = block.step === null ? undefined : likelihoodScales[block.scale][block.step]
  const term = chosen === undefined ? strings.judgement.noTerm : termName(strings, chosen.term)
  const bar = block.step === null || chosen === undefined ? '' : `${likelihoodBar(page, block, block.step)}<p class="quiet">${esc(strings.range(chosen.from, chosen.to))}</p>`
  const level = block.confidence === null ? `<p class="quiet">${esc(strings.judgement.unrated)}</p>` : `<p class="level">${confidence(page, block.confidence)}</p>`
  return [
    '<div class="judgement">',
    `<div class="measure"><p class="side-name">${esc(`${strings.judgement.name}\u00a0${block.number}`)}</p><p class="term">${esc(term)}</p>${bar}<p class="quiet gap">${esc(strings.judgement.confidence)}</p>${level}</div>`,
    `<div class="said"><h3 class="statement">${esc(block.statement)}</h3>`,
    `<p><span class="label">${esc(strings.judgement.why)}</span>\u2002${rich(page, block.why)}</p>`,
    `<p><span class="label">${esc(strings.judgement.wouldChange)}</span>\u2002${rich(page, block.wouldChange)}</p></div>`,
    '</div>',
  ].join('\n')
}

export function block(page: Page, one: Block): string {
  const { document, strings } = page
  switch (one.kind) {
    case 'paragraph':
      return `<p class="column ${one.look}">${rich(page, one.text)}</p>`
    case 'side':
      return `<div class="side"><h3>${esc(one.head)}</h3><div>${one.paragraphs.map((text) => `<p>${rich(page, text)}</p>`).join('\n')}</div></div>`
    case 'judgement':
      return judgement(page, one)
    case 'card':
      return `<dl class="card">${one.pairs.map(({ label, value }) => `<div><dt>${esc(label)}</dt><dd>${rich(page, value)}</dd></div>`).join('\n')}</dl>`
    case 'figure':
      return `<div class="figure-block"><p class="caption" id="${one.id}"><span class="strong">${esc(`${strings.figure}\u00a0${document.numbers[one.id] ?? ''}.`)}</span> ${rich(page, one.caption)}</p>\n${figureSvg(one.figure, document.language, one.label)}</div>`
    case 'table':
      return table(page, one)
    case 'beside':
      return `<div class="beside">${one.tables.map((each) => table(page, each)).join('\n')}</div>`
    case 'notes':
      return `<div class="notes">${one.notes.map(({ number, text }) => `<p class="note" id="n${number}"><span class="note-number">${number}</span><span>${rich(page, text)}</span></p>`).join('\n')}</div>`
    case 'terms':
      return `<dl class="terms">${one.pairs.map(({ term, text }) => `<div><dt>${esc(term)}</dt><dd>${rich(page, text)}</dd></div>`).join('\n')}</dl>`
  }
}

export function section(page: Page, one: Section): string {
  const heading = `<h2 id="${one.id}"><span class="section-number">${esc(one.number)}\u00a0</span>${esc(one.title)}</h2>`
  return `<section class="section s-${one.name}">${heading}\n${one.blocks.map((each) => block(page, each)).join('\n')}</section>`
}

export const pageOf = (document: ReportDocument): Page => ({ document, strings: stringsOf(document.language) })
