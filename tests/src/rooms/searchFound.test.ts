import { highlightedParts, sentenceWith } from '@/rooms/forum/pages/search/highlight'
import { tabShown, tabsOf } from '@/rooms/forum/pages/search/kinds'
import { dropSearched, keepSearched, readSearched } from '@/rooms/forum/pages/search/recent'
import { termsFor } from '@/rooms/forum/pages/search/terms'
import { keepMentioned, readMentioned } from '@/rooms/forum/recentMentions'

const phone = new Map<string, unknown>()
jest.mock('@/api', () => ({ callerScope: () => 'me' }))
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => phone.get(key) ?? '',
  setStorageSync: (key: string, data: unknown) => void phone.set(key, data),
  removeStorageSync: (key: string) => void phone.delete(key),
}))

const some = (count: number, more = false) => ({ count, more })

it('has a tab for each kind that was found, with how many', () => {
  const counts = { posts: some(20, true), people: some(3), topics: some(0), terms: some(1) }
  expect(tabsOf(counts).map(({ text }) => text)).toEqual(['全部', '帖子 20+', '同事 3', '词 1'])
  expect(tabShown('people', counts)).toBe('people')
  expect(tabShown('topics', counts)).toBe('all')
  expect(tabShown('all', { ...counts, posts: some(0), terms: some(0) })).toBe('people')
})

it('marks every way in which what was typed is written', () => {
  const marked = (text: string, words: string[]) =>
    highlightedParts(text, words)
      .map(({ part, found }) => (found ? `[${part}]` : part))
      .join('')
  expect(marked('坐班车，末班车', ['banche', '班车'])).toBe('坐[班车]，末[班车]')
  expect(marked('新款 XC90 的悬架', ['xc90', '悬架', ''])).toBe('新款 [XC90] 的[悬架]')
  expect(marked('早饭', ['班车'])).toBe('早饭')
})

it('shows the sentence that says it, from a little before it where that is long', () => {
  expect(sentenceWith('早上慢。末班车等了我！回家了', ['班车'])).toBe('末班车等了我！')
  expect(sentenceWith('早上慢', ['班车'])).toBeUndefined()
  const long = sentenceWith(`${'慢'.repeat(40)}班车${'快'.repeat(40)}`, ['班车'])
  expect(long).toMatch(/^…慢{12}班车快+…$/)
})

it('tells words that are called so from those that only say it', () => {
  const term = (termId: string, zh: string, explanation: string) => ({
    ...{
      termId,
      zh,
      explanation,
      gist: '',
      pinyin: '',
      abbreviation: '',
      en: '',
      sv: '',
      aliases: [],
      lead: 'zh' as const,
    },
  })
  const spring = term('spring', '空气弹簧', '托住车身')
  const suspension = term('suspension', '悬架', '用空气弹簧托住车身')
  const { called, saying } = termsFor([suspension, spring], '弹簧')
  expect([called, saying]).toEqual([[spring], [suspension]])
})

it('keeps what was searched for, the latest first and each once', () => {
  for (const text of ['悬架', '班车', '悬架']) keepSearched(text)
  expect(readSearched()).toEqual(['悬架', '班车'])
  for (let number = 0; number < 9; number += 1) keepSearched(`${number}`)
  expect(readSearched()).toHaveLength(8)
  dropSearched()
  expect(readSearched()).toEqual([])
})

it('keeps whom somebody has called, the latest first and each once', () => {
  const person = (employeeId: string) => ({ employeeId, name: employeeId, site: '', department: '' })
  for (const id of ['a', 'b', 'a']) keepMentioned(person(id) as Parameters<typeof keepMentioned>[0])
  expect(readMentioned().map(({ employeeId }) => employeeId)).toEqual(['a', 'b'])
})
