import { beginsLike, daysLeft, fileKindOf, mayRead, nextDocumentState } from '@domain/knowledge/document'
import { pinyinOf } from '@domain/knowledge/pinyin'
import { nextSuggestionState } from '@domain/knowledge/suggestion'
import { byField, byLetter, headOf, letterOf, mergedGlossary, otherNamesOf } from '@domain/knowledge/term'
import { findTerms, termNamed } from '@domain/knowledge/termSearch'
import { termWords } from '../../support/shelfSamples'

const term = (termId: string, more: Partial<typeof termWords>) => {
  const words = { ...termWords, ...more }
  const pinyin = pinyinOf(words.zh)
  return { termId, ...words, pinyin, letter: letterOf(words, pinyin) }
}
const blis = term('blis', {
  zh: '盲点信息系统',
  en: 'Blind Spot Information System',
  abbreviation: 'BLIS',
  lead: 'abbreviation',
  field: 'assist',
})
const daqing = term('daqing', { zh: '大庆工厂', en: 'Daqing plant', field: 'company' })
const buckle = term('belt', {
  zh: '三点式安全带',
  en: 'Three-point seat belt',
  sv: 'trepunktsbälte',
  field: 'safety',
  explanation: '1959 年由尼尔斯·博林设计。',
})
const all = [daqing, buckle, blis]

test.each([
  ['blis', ['blis']],
  ['BLI', ['blis']],
  ['盲点', ['blis']],
  ['mangdian', ['blis']],
  ['xinxi', ['blis']],
  ['mdxx', ['blis']],
  ['bsis', ['blis']],
  ['spot inf', ['blis']],
  ['dqgc', ['daqing']],
  ['trepunktsbalte', ['belt']],
  ['TREPUNKTSBÄLTE', ['belt']],
  ['博林', ['belt']],
  ['daq', ['daqing']],
  ['没有这个', []],
  ['  ', []],
])('"%s" finds %j', (typed, expected) => {
  expect(findTerms(all, typed).map(({ termId }) => termId)).toEqual(expected)
})

test('a word is known by any of its names, however it is written, and by nothing less', () => {
  const named = (typed: string) => termNamed(all, typed)?.termId
  expect([' blis', 'Blind spot information-system', '盲点 信息系统', 'TREPUNKTSBALTE'].map(named)).toEqual([
    ...['blis', 'blis', 'blis', 'belt'],
  ])
  expect(['盲点', 'BLI', 'mangdian', ''].map(named)).toEqual([undefined, undefined, undefined, undefined])
})

test('a name comes before what only mentions it', () => {
  const mentions = term('other', { zh: '视野', explanation: '和盲点信息系统一起用。' })
  expect(findTerms([mentions, blis], '盲点').map(({ termId }) => termId)).toEqual(['blis', 'other'])
})

test('words stand under the letter by which they are said, and under their field', () => {
  expect(byLetter(all).map(({ key, terms }) => [key, terms.map(({ termId }) => termId)])).toEqual([
    ['B', ['blis']],
    ['D', ['daqing']],
    ['S', ['belt']],
  ])
  expect(byField(all).map(({ title }) => title)).toEqual(['安全', '驾驶辅助', '公司与职能'])
  expect(letterOf(term('x', { zh: '', en: 'Örebro', lead: 'en' }), '')).toBe('O')
  expect(letterOf(term('x', { zh: '', en: '48V', lead: 'en' }), '')).toBe('#')
})

test('a word is headed by how colleagues say it, and tells its other names once', () => {
  expect(headOf(blis)).toBe('BLIS')
  expect(otherNamesOf(blis)).toEqual(['Blind Spot Information System', '盲点信息系统'])
  expect(headOf({ zh: '', en: 'Fika', sv: 'fika', abbreviation: '', lead: 'zh' })).toBe('Fika')
})

test('what has changed takes the place of what the phone holds', () => {
  const held = [
    { termId: 'a', v: 1 },
    { termId: 'b', v: 1 },
    { termId: 'c', v: 1 },
  ]
  expect(
    mergedGlossary(
      held,
      [
        { termId: 'b', v: 2 },
        { termId: 'd', v: 1 },
      ],
      ['c'],
    ),
  ).toEqual([
    { termId: 'a', v: 1 },
    { termId: 'b', v: 2 },
    { termId: 'd', v: 1 },
  ])
})

test('documents and suggestions go the ways of their tables alone', () => {
  const step = nextDocumentState
  expect([step('live', 'expire'), step('expired', 'revise'), step('live', 'withdraw')]).toEqual([
    'expired',
    'live',
    'withdrawn',
  ])
  expect([step('withdrawn', 'revise'), step('withdrawn', 'withdraw'), step('expired', 'expire')]).toEqual([
    null,
    null,
    null,
  ])
  expect(nextSuggestionState('open', 'accept')).toBe('accepted')
  expect(nextSuggestionState('refused', 'accept')).toBeNull()
})

test('a document is read by its departments while it is live and has not ended', () => {
  const paper = { state: 'live', readerKeys: ['department:质量'], expiresOn: '2026-12-31' } as const
  const at = (time: string, department = '质量') => ({ department, now: Date.parse(time) })
  const LAST = '2026-12-31T23:59:59+08:00'
  expect(mayRead(paper, at(LAST))).toBe(true)
  expect(mayRead(paper, at(LAST, '总装'))).toBe(false)
  expect(mayRead({ ...paper, state: 'expired' }, at(LAST))).toBe(false)
  expect(mayRead({ ...paper, readerKeys: ['all'] }, at(LAST, '总装'))).toBe(true)
  expect(mayRead(paper, at('2027-01-01T00:00:00+08:00'))).toBe(false)
  expect(mayRead({ ...paper, expiresOn: null }, at('2027-01-01T00:00:00+08:00'))).toBe(true)
})

test('a file is what its name and its first bytes say', () => {
  expect(fileKindOf('差旅标准.V2.PDF')).toBe('pdf')
  expect(fileKindOf('setup.exe')).toBeNull()
  expect(beginsLike('pdf', Buffer.from('%PDF-1.7'))).toBe(true)
  expect(beginsLike('xlsx', Buffer.from('%PDF-1.7'))).toBe(false)
  expect(beginsLike('docx', Buffer.from('PK\u0003\u0004'))).toBe(true)
  expect(beginsLike('pdf', Buffer.from(''))).toBe(false)
})

test('a document is there on its last day', () => {
  const at = Date.parse('2026-12-31T23:00:00+08:00')
  expect(daysLeft('2026-12-31', at)).toBe(1)
  expect(daysLeft('2027-01-01', at)).toBe(2)
})
