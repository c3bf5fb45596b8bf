import type { RichTextView } from '@domain/kernel/richText'
import { type BlockDraft, draftsOf, emptyText, moved, phrasesOf, toBlocks } from '@/ui/richText/blockDraft'

const paragraph = (text: string, bold: string[] = []): BlockDraft => ({ kind: 'paragraph', text, bold })

test('a text falls into the phrases that people pause at, each once', () => {
  expect(phrasesOf('头盔，唯一的门票。没有头盔 不能上路！头盔')).toEqual([
    '头盔',
    '唯一的门票',
    '没有头盔',
    '不能上路',
  ])
  expect(phrasesOf('……')).toEqual(['……'])
  expect(phrasesOf('')).toEqual([])
})

test('what stands out is one run, with the mark after it; the words stay as they were typed', () => {
  const [block] = toBlocks([paragraph('集合：6:40 北门，别迟到', ['集合'])])
  expect(block).toEqual({
    kind: 'paragraph',
    runs: [{ text: '集合：', bold: true }, { text: '6:40 北门，别迟到' }],
  })
})

test.each(['，开头就停', ' 空格 在 中间', 'a  b', '。。。', '一句没有标点', '结尾有标点！'])(
  '%p loses nothing on its way',
  text => {
    const [block] = toBlocks([paragraph(text, phrasesOf(text).slice(0, 1))])
    const runs = block && 'runs' in block ? block.runs : []
    expect(runs.map(run => run.text).join('')).toBe(text.trim())
  },
)

test('a line of its own is a block of its own, and what is empty falls away', () => {
  expect(toBlocks([{ kind: 'item', text: '水壶\n\n 备胎 ', bold: [] }, emptyText])).toEqual([
    { kind: 'item', runs: [{ text: '水壶' }] },
    { kind: 'item', runs: [{ text: '备胎' }] },
  ])
})

test('what stands comes back into the editor and out of it the same', () => {
  const blocks: RichTextView = [
    { kind: 'heading', text: '怎么去' },
    { kind: 'step', runs: [{ text: '集合：', bold: true }, { text: '北门' }] },
    { kind: 'picture', fileId: 'cloud://x/y.jpg', caption: '路线图' },
    { kind: 'link', title: '骑行协会', to: { kind: 'association', id: 'bike' } },
  ]
  expect(toBlocks(draftsOf(blocks))).toEqual(blocks)
  expect(draftsOf([])).toEqual([emptyText])
})

test('a block moves one place', () => {
  const [one, two, three] = ['一', '二', '三'].map(text => paragraph(text)) as [
    BlockDraft,
    BlockDraft,
    BlockDraft,
  ]
  expect(moved([one, two, three], 0, 1)).toEqual([two, one, three])
  expect(moved([one, two, three], 2, -1)).toEqual([one, three, two])
})
