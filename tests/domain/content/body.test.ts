import {
  actionsFor,
  articleStates,
  isOut,
  minutesOf,
  nextArticleState,
  orderKeyOf,
} from '@domain/content/article'
import { type BodyBlock, blocksOf, htmlOf, textOf } from '@domain/content/body'
import { blocksOfLines, linesOf } from '@domain/content/lines'
import { lean, titleApart } from '@domain/content/markup'
import fc from 'fast-check'

const file = 'cloud://wo-local.wo-local/pictures/a.png'
const words = fc.string({
  unit: fc.constantFrom('安', '全', '5', 'a', '<', '&', '"', '>'),
  minLength: 1,
  maxLength: 12,
})
const block: fc.Arbitrary<BodyBlock> = fc.oneof(
  words.map(text => ({ kind: 'heading' as const, text })),
  words.map(text => ({ kind: 'paragraph' as const, runs: [{ text }] })),
  fc
    .tuple(words, words)
    .map(([text, by]) => ({ kind: 'quote' as const, runs: [{ text, bold: true as const }], by })),
  fc
    .array(words, { minLength: 1, maxLength: 3 })
    .map(items => ({ kind: 'list' as const, ordered: true, items: items.map(text => [{ text }]) })),
  words.map(caption => ({ kind: 'picture' as const, fileId: file, caption })),
  fc.tuple(words, words).map(row => ({ kind: 'table' as const, rows: [row, row], caption: '' })),
  fc.constant({ kind: 'rule' as const }),
)

test('what is stored is read back as it was, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), blocks => {
      const html = htmlOf(blocks)
      expect(blocksOf(html)).toEqual(blocks)
      expect(htmlOf(blocksOf(html))).toBe(html)
    }),
  )
})

test('whatever is given, nothing comes out but what an article is made of', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<script>',
    '</script>',
    '<img src=x onerror=a>',
    `<img src="${file}" onload="x">`,
    '<svg/onload=1>',
    '<a href="javascript:x">',
    '<a href="https://a.b/c">',
    '</a>',
    '<b>',
    '&lt;script&gt;',
    '<table>',
    '<td>',
    '"',
    '<',
    '>',
    '字',
    '<!--',
    '-->',
    '<style>',
    '<iframe src="https://x">',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), pieces => {
      const html = htmlOf(blocksOf(pieces.join('')))
      const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag)
      const known = [
        'h2',
        'p',
        'strong',
        'a',
        'br',
        'blockquote',
        'footer',
        'ul',
        'ol',
        'li',
        'figure',
        'img',
        'video',
        'figcaption',
        'table',
        'caption',
        'tr',
        'th',
        'td',
        'hr',
      ]
      expect(tags.filter(tag => !known.includes(tag ?? ''))).toEqual([])
      const inside = html.replace(/>[^<]*</g, '><')
      expect(inside).not.toMatch(/ on[a-z]+=|javascript:/)
    }),
  )
})

test('an article of an official account keeps its words, headings, quotes and tables', () => {
  const pasted = `<section><section style="x"><span>第一段</span><span><strong>要紧</strong></span></section>
    <h3><span>小标题</span></h3><blockquote><p>一句话</p><footer>刘洋</footer></blockquote>
    <table><thead><tr><td>车间</td><td>上报</td></tr></thead><tbody><tr><td>总装</td><td>412</td></tr></tbody></table>
    <ul><li><p>一</p></li></ul><img data-src="https://mmbiz.qpic.cn/a"></section>`
  expect(blocksOf(pasted)).toEqual([
    { kind: 'paragraph', runs: [{ text: '第一段' }, { text: '要紧', bold: true }] },
    { kind: 'heading', text: '小标题' },
    { kind: 'quote', runs: [{ text: '一句话' }], by: '刘洋' },
    {
      kind: 'table',
      rows: [
        ['车间', '上报'],
        ['总装', '412'],
      ],
      caption: '',
    },
    { kind: 'list', ordered: false, items: [[{ text: '一' }]] },
  ])
})

test('a column of numbers stands at the right with its head, one with a word in it does not', () => {
  const rows = [
    ['车间', '上报', '关闭率', '说明'],
    ['总装', '1,412', '99%', '3'],
    ['焊装', '286', '', '三条'],
  ]
  const html = htmlOf([{ kind: 'table', rows, caption: '' }])
  const right = [...html.matchAll(/text-align:right">([^<]*)</g)].map(([, cell]) => cell)
  expect(right).toEqual(['上报', '关闭率', '1,412', '99%', '286', ''])
  expect(blocksOf(html)).toEqual([{ kind: 'table', rows, caption: '' }])
})

test('lines are another hand for the same blocks', () => {
  const lines = `## 小标题\n\n一段**要紧**的话\n\n> 说了什么\n> —刘洋\n\n- 一\n- 二\n\n| 车间 | 上报 |\n| 总装 | 412 |\n| —单位：条\n\n![六点五十五](${file})`
  const blocks = blocksOfLines(lines)
  expect(blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'paragraph',
    'quote',
    'list',
    'table',
    'picture',
  ])
  expect(linesOf(blocks)).toBe(lines)
  expect(blocksOf(htmlOf(blocks))).toEqual(blocks)
})

test('the table of states lets an article appear by a chief editor who has not written it', () => {
  const permissions = ['content.write', 'content.publish'] as const
  const can = (state: (typeof articleStates)[number], employeeId: string) =>
    actionsFor({ state, writerIds: ['VC000001'] }, { employeeId, permissions })
  expect(can('review', 'VC000002')).toEqual(['recall', 'publish', 'schedule', 'sendBack'])
  expect(can('review', 'VC000001')).toEqual(['recall', 'sendBack'])
  expect(can('published', 'VC000001')).toEqual(['withdraw'])
  expect(articleStates.map(state => nextArticleState(state, 'publish'))).toEqual([
    null,
    'published',
    'published',
    null,
    null,
  ])
  expect(isOut({ state: 'scheduled', publishAt: 10 }, 9)).toBe(false)
  expect(isOut({ state: 'scheduled', publishAt: 10 }, 10)).toBe(true)
  expect(orderKeyOf('b', 5, false) < orderKeyOf('a', 40, false)).toBe(true)
  expect(orderKeyOf('a', 5, true) > orderKeyOf('b', 40, false)).toBe(true)
})

test('reading takes a minute for four hundred characters, and a moment for a picture', () => {
  const text = (count: number): BodyBlock => ({ kind: 'paragraph', runs: [{ text: '字'.repeat(count) }] })
  const looked: BodyBlock = { kind: 'picture', fileId: file, caption: '' }
  expect([
    minutesOf([]),
    minutesOf([text(400)]),
    minutesOf([text(1_000)]),
    minutesOf([text(400), ...Array(5).fill(looked)]),
  ]).toEqual([1, 1, 3, 2])
  expect(textOf([text(2), looked])).toBe('字字')
})

test('a pasted page goes out without what no article keeps, and says the same', () => {
  const page = `<!-- 公众号 --><style>p { color: red }</style><section style="margin: 0 > 1" data-tools="x">
    <p class='a'><strong style="x">安全</strong>第一</p><a href="https://volvo.cn" target=_blank>看看</a>
    <script>if (1 < 2) alert('<p>')</script><img data-src="https://mmbiz.cn/a.png" alt="早会" src=''></section>`
  const sent = lean(page)
  expect(sent).toBe(
    `<section> <p><strong>安全</strong>第一</p><a href="https://volvo.cn">看看</a> <img alt="早会" src=''></section>`,
  )
  expect(textOf(blocksOf(sent))).toBe(textOf(blocksOf(page)))
})

test('what stood in lines of its own stays apart, in a list, in a cell and in a heading', () => {
  const pasted = `<h2><p>第一季</p><p>回顾</p></h2>
    <ol><li><p>上报</p><p>当天看</p></li><li>改进<ul><li>总装</li><li><b>焊装</b></li></ul></li></ol>
    <table><tr><td><p>总装</p><p>412</p></td></tr></table>`
  expect(blocksOf(pasted)).toEqual([
    { kind: 'heading', text: '第一季 回顾' },
    {
      kind: 'list',
      ordered: true,
      items: [[{ text: '上报\n当天看' }], [{ text: '改进\n总装\n' }, { text: '焊装', bold: true }]],
    },
    { kind: 'table', rows: [['总装 412']], caption: '' },
  ])
})

test('nothing of a long text or a large table falls away unsaid', () => {
  const paragraphs = Array.from({ length: 400 }, (_one, index) => `<p>${index}</p>`).join('')
  expect(blocksOf(paragraphs)).toHaveLength(400)
  const row = `<tr>${'<td>1</td>'.repeat(12)}</tr>`
  expect(blocksOf(`<table>${row.repeat(100)}</table>`)).toEqual([
    { kind: 'table', rows: Array(100).fill(Array(12).fill('1')), caption: '' },
  ])
})

test('a quote of several lines is one of as many lines in the editor, and again when it is read back', () => {
  const lines = '> 安全是**每个人**的事\n> 先停下\n> 再想\n> —刘洋'
  const [quote] = blocksOf(
    '<blockquote><p>安全是<b>每个人</b>的事</p><p>先停下<br><br>再想</p><footer>刘洋</footer></blockquote>',
  )
  expect(linesOf(quote ? [quote] : [])).toBe(lines)
  expect(linesOf(blocksOf(htmlOf(blocksOfLines(lines))))).toBe(lines)
})

test('the lines of a paragraph stay lines in the editor', () => {
  const verse = blocksOf('<p>北风<b>其凉<br>雨雪</b>其雱<br></p><p>惠而好我</p>')
  expect(linesOf(verse)).toBe('北风**其凉**\n**雨雪**其雱\n\n惠而好我')
})

test('a bar in a cell does not make two of it in the editor', () => {
  const table: BodyBlock = { kind: 'table', rows: [['A|B', '412']], caption: '' }
  expect(blocksOfLines(linesOf([table]))).toEqual([{ ...table, rows: [['A B', '412']] }])
})

test('a name that no character has stays as it is, also one that every object has', () => {
  expect(textOf(blocksOf('<p>&amp;&constructor;&nosuch;&#0;</p>'))).toBe('&&constructor;&nosuch;')
})

test('broken markup is read as far as it goes, however long', () => {
  for (const piece of ['<a', '<!--', '<a "', '<p class=', '<script>']) {
    const page = piece.repeat(25_000)
    expect(lean(page).length).toBeLessThanOrEqual(page.length)
    expect(textOf(blocksOf(page)).length).toBeLessThanOrEqual(page.length)
  }
})

/** Ten times what the cloud takes: whoever looks through the rest from each of its beginnings needs minutes. */
const CRAFTED_CHARACTERS = 480_000
const craftedOf = (piece: string) => piece.repeat(CRAFTED_CHARACTERS / piece.length)

test('what begins often and never ends is passed over once, however long', () => {
  for (const piece of ['<svg>', '<svg', '<head ', '<iframe>', '<style ', '<h1', '<h1>']) {
    const page = craftedOf(piece)
    expect(lean(page).length).toBeLessThanOrEqual(page.length)
    expect(titleApart(page)).toEqual({ title: '', rest: page })
  }
  for (const [begin, piece] of [
    ['| —', ' '],
    ['| ', '—'],
    ['', '['],
  ] as const)
    expect(blocksOfLines(`${begin}${craftedOf(piece)}|x|`)).toHaveLength(1)
})

test('what nobody sees goes with its end, in whatever hand, and what has none stays', () => {
  expect(lean('前<SVG a="1">内</svg\n>中<template>内</template><head>后')).toBe('前中<head>后')
  expect(lean('前<!-- 内 <svg> -->中<script>if (a) "</p>"</SCRIPT>后<!-- 尾')).toBe('前中后')
  expect(lean('前<style>内')).toBe('前')
})

test('the first heading of all is apart, with what stands before and behind it', () => {
  expect(titleApart('<p>前</p><H1 class="a">一周<b>好事</b></h1 ><p>后</p><h1>二</h1>')).toEqual({
    title: '一周<b>好事</b>',
    rest: '<p>前</p><p>后</p><h1>二</h1>',
  })
  expect(titleApart('<h1x>一</h1>')).toEqual({ title: '', rest: '<h1x>一</h1>' })
})

test('a picture that ends where it begins takes nothing of the text along', () => {
  expect(lean('<p>前</p><svg width="1"/><p>中</p><svg><path d="M0"></path></svg><p>后</p>')).toBe(
    '<p>前</p><svg><p>中</p><p>后</p>',
  )
})
