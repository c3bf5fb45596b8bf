import { type BodyBlock, type BodyRun, blocksOf, htmlOf, joined } from '@domain/content/body'
import { blocksOfLines, linesOf } from '@domain/content/lines'
import fc from 'fast-check'

const file = 'cloud://wo-local.wo-local/pictures/a.png'
const said = (text: string): BodyBlock => ({ kind: 'paragraph', runs: [{ text }] })
const again = (blocks: readonly BodyBlock[]) => blocksOfLines(linesOf(blocks))

const signs = ['安', '3', '.', '、', ' ', '*', '**', '[', ']', '(', ')', '](https://a.b/c)', '\\', '|', '—']
const beginnings = ['# ', '## ', '> ', '- ', '1. ', '---', '!', '@', '\\']
const words = fc
  .array(fc.constantFrom(...signs, ...beginnings), { minLength: 1, maxLength: 8 })
  .map(pieces => pieces.join('').replace(/\s+/g, ' ').trim())
  .filter(text => text !== '')
const plain = words.filter(text => !/^—/.test(text) && !text.includes('|'))
const run: fc.Arbitrary<BodyRun> = fc
  .record({ text: words, bold: fc.boolean(), linked: fc.boolean() })
  .map(({ text, bold, linked }) => ({
    text,
    ...(bold ? { bold: true as const } : {}),
    ...(linked ? { href: 'https://a.b/c*d?e=**f' } : {}),
  }))
const runs = fc.array(run, { minLength: 1, maxLength: 4 }).map(joined)
const cells = fc.array(
  words.map(text => text.replaceAll('|', '/')),
  { minLength: 1, maxLength: 2 },
)
const block: fc.Arbitrary<BodyBlock> = fc.oneof(
  words.map(text => ({ kind: 'heading' as const, text })),
  runs.map(one => ({ kind: 'paragraph' as const, runs: one })),
  fc.tuple(runs, fc.array(runs, { maxLength: 2 }), fc.constantFrom('', '刘洋')).map(([first, others, by]) => {
    const lines = [first, ...others.map(one => [{ text: '\n' }, ...one])]
    return { kind: 'quote' as const, runs: joined(lines.flat()), by }
  }),
  fc
    .tuple(fc.boolean(), fc.array(runs, { minLength: 1, maxLength: 3 }))
    .map(([ordered, items]) => ({ kind: 'list' as const, ordered, items })),
  fc
    .tuple(fc.constantFrom('picture' as const, 'film' as const), words)
    .map(([kind, caption]) => ({ kind, fileId: file, caption })),
  fc
    .tuple(cells, fc.oneof(plain, fc.constant('')))
    .map(([row, caption]) => ({ kind: 'table' as const, rows: [row, row], caption })),
  fc.constant({ kind: 'rule' as const }),
)
/** A blank at the end of a line is none. */
const asStored = (blocks: readonly BodyBlock[]) => blocksOf(htmlOf(blocks))

test('what an editor opens and saves untouched stays as it was', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), blocks => {
      const stored = asStored(blocks)
      expect(again(stored)).toEqual(stored)
    }),
    { numRuns: 2_000 },
  )
})

test('figures, dates and degrees at the beginning of a paragraph are no list', () => {
  for (const text of [
    '3.5 亿元投入',
    '2026.11.30 起执行',
    '1. 先停下',
    '- 5℃ 也能启动',
    '2**10 和 3**4',
    '## 号',
    '---',
  ])
    expect(again([said(text)])).toEqual([said(text)])
  expect(blocksOfLines('3.5 亿元投入\n2026.11.30 起执行')).toEqual([
    said('3.5 亿元投入'),
    said('2026.11.30 起执行'),
  ])
  expect(blocksOfLines('1. 先停下\n2、 再想')).toEqual([
    { kind: 'list', ordered: true, items: [[{ text: '先停下' }], [{ text: '再想' }]] },
  ])
})

test('what needs no sign gets none', () => {
  for (const text of ['[通知] 停水 (今天)', '5*3 = 15', 'C:\\wo\\a', '—刘洋', '3.5 亿元', '#安全'])
    expect(linesOf([said(text)])).toBe(text)
})

test('a picture keeps its file, whatever is said below it, and a bold link its look', () => {
  const picture: BodyBlock = { kind: 'picture', fileId: file, caption: '总装[二]线]' }
  const linked: BodyBlock = {
    kind: 'paragraph',
    runs: [{ text: '看', bold: true }, { text: '这里', bold: true, href: 'https://a.b/c' }, { text: '。' }],
  }
  expect(again([picture, linked])).toEqual([picture, linked])
  expect(linesOf([linked])).toBe('**看[这里](https://a.b/c)**。')
})
