import { queryTermsOf, termsOf } from '@domain/forum/words'
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

test('a text of any length has a bounded number of terms', () => {
  expect(termsOf('班车早六分钟，值不值？'.repeat(500)).length).toBeLessThanOrEqual(400)
})
