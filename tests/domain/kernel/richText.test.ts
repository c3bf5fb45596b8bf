import {
  paragraphsOf,
  picturesIn,
  plainTextOf,
  type RichTextView,
  stepNumbers,
} from '@domain/kernel/richText'
import { RichText } from '@domain/kernel/richTextSchema'

const words: RichTextView = [
  { kind: 'heading', text: '怎么去' },
  { kind: 'paragraph', runs: [{ text: '集合：', bold: true }, { text: ' 6:40 北门' }] },
  { kind: 'picture', fileId: 'cloud://x/pictures/a.jpg', caption: '路线图' },
  { kind: 'picture', fileId: 'cloud://x/pictures/a.jpg', caption: '' },
  { kind: 'link', title: '骑行协会', to: { kind: 'association', id: 'bike' } },
]
const issues = (blocks: unknown) => RichText.safeParse(blocks).error?.issues.map(({ message }) => message)

test('its words alone are a line for each block that says something', () => {
  expect(plainTextOf(words)).toBe('怎么去\n集合： 6:40 北门\n路线图\n骑行协会')
  expect(picturesIn(words)).toEqual(['cloud://x/pictures/a.jpg'])
})

test('plain lines become paragraphs, empty ones nothing', () => {
  expect(paragraphsOf(' 一 \n\n 二')).toEqual([
    { kind: 'paragraph', runs: [{ text: '一' }] },
    { kind: 'paragraph', runs: [{ text: '二' }] },
  ])
})

test('steps count on until something else comes between', () => {
  const kinds = ['step', 'step', 'paragraph', 'step', 'item'].map(kind => ({ kind }))
  expect(stepNumbers(kinds)).toEqual([1, 2, null, 1, null])
})

test('it is taken as it is, with the spaces between its runs and without marks that reorder text', () => {
  expect(RichText.parse(words)).toEqual(words)
  const reordered = [{ kind: 'paragraph', runs: [{ text: '\u202e反着 ' }, { text: '写' }] }]
  expect(RichText.parse(reordered)).toEqual([
    { kind: 'paragraph', runs: [{ text: '反着 ' }, { text: '写' }] },
  ])
})

test.each<[string, unknown]>([
  ['nothing', []],
  ['nothing to see', [{ kind: 'heading', text: '\u200b' }]],
  ['2,001 characters', paragraphsOf('字'.repeat(2_001))],
  ['sixty-one blocks', Array.from({ length: 61 }, () => ({ kind: 'heading', text: '一' }))],
  ['ten pictures', [words[0], ...Array.from({ length: 10 }, () => words[2])]],
  ['a heading of two lines', [{ kind: 'heading', text: '一\n二' }]],
  ['a link to an address', [words[0], { kind: 'link', title: '这里', to: { kind: 'url', id: 'x' } }]],
  ['a picture from anywhere', [words[0], { kind: 'picture', fileId: 'https://x/y.jpg', caption: '' }]],
  ['markup', [{ kind: 'html', html: '<script>' }]],
])('it is refused with %s', (_what, blocks) => {
  expect(issues(blocks)).toBeDefined()
})
