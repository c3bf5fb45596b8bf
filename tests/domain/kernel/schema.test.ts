import { Instant, text } from '@domain/kernel/schema'

const accepts = (value: string, min = 1, max = 5) => text(min, max).safeParse(value).success

test.each([
  ['Hangul filler', '\u3164'],
  ['braille without dots', '\u2800'],
  ['word joiner', '\u2060'],
  ['joiners and selectors alone', '\u200d\ufe0f'],
  ['soft hyphens', '\u00ad\u00ad'],
  ['blanks of several kinds', '\u3164 \u2800\u2060'],
])('%s is nothing to see and no text', (_what, value) => {
  expect(accepts(value)).toBe(false)
})

test('half a surrogate pair is no text, alone or among letters', () => {
  for (const value of ['\ud800', '你好\ud83d', '\ude00好']) expect(accepts(value)).toBe(false)
})

test('an emoji is one character, however many code points it is made of', () => {
  for (const emoji of ['👨‍👩‍👧‍👦', '❤️', '🇸🇪', '👍🏽']) {
    expect(accepts(emoji, 1, 1)).toBe(true)
    expect(accepts(emoji, 2, 5)).toBe(false)
  }
})

test('letters of any script are text, and so is nothing where nothing is allowed', () => {
  for (const value of ['你好', 'hej', 'مرحبا', '⠓⠊', '…']) expect(accepts(value)).toBe(true)
  expect(accepts('', 0)).toBe(true)
  expect(accepts('')).toBe(false)
})

test('an instant is one of this century: no calendar breaks on it', () => {
  const accepted = (at: number) => Instant.safeParse(at).success
  expect([0, Date.UTC(2099, 11, 31)].map(accepted)).toEqual([true, true])
  expect([-1, 0.5, Date.UTC(2100, 0, 2), 8.64e15, 1e300].map(accepted)).toEqual(Array(5).fill(false))
})

test.each([
  ['Arabic letter mark', '\u061c'],
  ['soft hyphen', '\u00ad'],
  ['word joiner', '\u2060'],
  ['Mongolian vowel separator', '\u180e'],
  ['grapheme joiner', '\u034f'],
  ['zero width non-joiner', '\u200c'],
  ['Hangul filler', '\u3164'],
  ['a joiner between letters', '\u200d'],
  ['a tag', '\u{e0061}'],
  ['an override', '\u202e'],
])('%s does not stay inside a word', (_what, unseen) => {
  expect(text(1, 5).parse(`敏${unseen}感`)).toBe('敏感')
})

test('what emoji are made of stays', () => {
  for (const emoji of [
    '👨‍👩‍👧‍👦',
    '❤️',
    '❤️‍🔥',
    '👩🏽‍🔧',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '1️⃣',
    '🏳️‍🌈',
  ])
    expect(text(1, 1).parse(emoji)).toBe(emoji)
})
