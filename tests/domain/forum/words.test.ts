import { queryTermsOf, termsOf, writtenIn } from '@domain/forum/words'
import { limits } from '@domain/kernel/limits'
import fc from 'fast-check'

const finds = (text: string, typed: string) => {
  const terms = termsOf(text)
  const wanted = queryTermsOf(typed)
  return wanted.length > 0 && wanted.every(term => terms.includes(term))
}

test.each([
  ['悬架'],
  ['空气悬架'],
  ['气悬'],
  ['架'],
  ['xuanjia'],
  ['KONGQI'],
  ['kongqixuanjia'],
  ['xc90'],
  ['XC'],
  ['ＸＣ９０'],
  ['新款 悬架'],
])('新款 XC90 的空气悬架，我最想问的三件事 is found by "%s"', typed => {
  expect(finds('新款 XC90 的空气悬架，我最想问的三件事', typed)).toBe(true)
})

test.each([['悬挂'], ['架悬'], ['c90'], ['xuangua'], ['，'], [''], ['新架']])('and not by "%s"', typed => {
  expect(finds('新款 XC90 的空气悬架，我最想问的三件事', typed)).toBe(false)
})

test('a word of letters is found by itself, whatever its letters could be read as', () => {
  for (const word of ['banana', 'volvo', 'pilot', 'panda', 'a', 'e2'])
    expect([word, finds(`说说 ${word} 吧`, word)]).toEqual([word, true])
})

test('every part of a text of Chinese characters finds it', () => {
  const character = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(code => String.fromCodePoint(code))
  const text = fc.array(character, { minLength: 2, maxLength: 40 })
  fc.assert(
    fc.property(text, fc.nat(), fc.integer({ min: 1, max: 8 }), (characters, from, length) => {
      const start = from % characters.length
      expect(finds(characters.join(''), characters.slice(start, start + length).join(''))).toBe(true)
    }),
  )
})

test('a post is found by its last words, however long it is', () => {
  const everyCharacter = Array.from({ length: limits.bodyMax - 4 }, (_one, place) =>
    String.fromCodePoint(0x4e00 + place),
  ).join('')
  expect(finds(`${'题'.repeat(limits.titleMax)}\n${everyCharacter}返回市区`, '返回市区')).toBe(true)
  expect(finds(`${'车 '.repeat(limits.bodyMax / 2 - 2)}市区`, 'shiqu')).toBe(true)
})

test('a text of any length has a bounded number of terms', () => {
  const endless = Array.from({ length: 20_000 }, (_one, place) => String.fromCodePoint(0x4e00 + place)).join(
    '',
  )
  expect(termsOf(endless).length).toBeLessThanOrEqual(3 * 2_048)
  expect(termsOf('abcdefghijkl '.repeat(9_000)).length).toBeLessThanOrEqual(3 * 2_048)
})

test.each([
  ['banche', '终于登记上了', '路上慢。末班车等了我一分钟。', ['班车']],
  ['XUANJIA', '空气悬架怎么标定', '悬架很软', ['悬架']],
  ['xc90', '新款 XC90 的悬架', '', ['XC90']],
  ['下雪 班车', '下雪天的班车', '', ['下雪', '班车']],
  ['班车时刻', '班车的时刻', '', ['班车', '时刻']],
  ['悬架', '早饭', '豆浆', []],
])('%s is found in %s by how it is written there', (typed, title, body, written) => {
  expect(writtenIn({ title, body }, typed)).toEqual(written)
})
