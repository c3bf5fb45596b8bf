import { explainedParts, namedWords, WordFinder } from '@domain/knowledge/matching'
import fc from 'fast-check'

const words = [
  { id: 'spa', names: ['SPA', '可扩展产品平台'] },
  { id: 'spa2', names: ['SPA2'] },
  { id: 'city', names: ['City Safety', '城市安全'] },
  { id: 'battery', names: ['电池'] },
  { id: 'bms', names: ['BMS', '电池管理系统'] },
  { id: 'belt', names: ['säkerhetsbälte'] },
]
const finder = new WordFinder(words)
const found = (text: string) => finder.find(text).map(({ from, to }) => text.slice(from, to))

test.each([
  ['新车用 SPA2 平台', ['SPA2']],
  ['新车用SPA平台', ['SPA']],
  ['周末去做 spa', []],
  ['SPAs 不是词，XSPA 也不是，SPA_2 也不是', []],
  ['city safety 会自己刹车', ['city safety']],
  ['电池管理系统看着每一节电池', ['电池管理系统', '电池']],
  ['电池管理', ['电池']],
  ['Säkerhetsbälte，1959 年', ['Säkerhetsbälte']],
  ['看 https://example.com/SPA/电池 和 spa@SPA.com，再看 SPA', ['电池', 'SPA']],
  ['城市安全城市安全', ['城市安全', '城市安全']],
  ['', []],
])('in "%s" stand %j', (text, expected) => {
  expect(found(text)).toEqual(expected)
})

test('pieces are the text again, whatever it is, and explain each word once and only where asked', () => {
  const piece = fc.constantFrom(
    'SPA',
    'SPA2',
    ' ',
    '电池',
    '管理系统',
    'city safety',
    '<b>',
    '😀',
    'a',
    '@',
    '\n',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.subarray(['spa', 'city', 'bms']), (pieces, wanted) => {
      const text = pieces.join('')
      const parts = explainedParts(text, finder.find(text), new Set(wanted))
      expect(parts.map(part => part.text).join('')).toBe(text)
      const ids = parts.flatMap(({ id }) => (id === null ? [] : [id]))
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every(id => wanted.includes(id))).toBe(true)
    }),
  )
})

test('finds what a search name by name finds', () => {
  const names = ['电池管理系统', '管理城市', '城市安全', '池管', '市安', '理系']
  const naive = (text: string) => {
    const hits: string[] = []
    for (let at = 0; at < text.length; ) {
      const [longest] = names.filter(name => text.startsWith(name, at)).sort((a, b) => b.length - a.length)
      if (longest) hits.push(longest)
      at += longest?.length ?? 1
    }
    return hits
  }
  const automaton = new WordFinder(names.map(name => ({ id: name, names: [name] })))
  const text = fc
    .array(fc.constantFrom('电池管理', '系统', '城市', '管理', '安全', '池', '管', '，'), { maxLength: 40 })
    .map(all => all.join(''))
  fc.assert(
    fc.property(text, given => expect(automaton.find(given).map(({ id }) => id)).toEqual(naive(given))),
    { numRuns: 300 },
  )
})

/** So many steps a letter, whatever the text: one on, and each fallback gives back a letter that was read before. */
const STEPS_A_LETTER = 3

test('the steps grow with the text and neither with the number of words nor with how much they resemble each other', () => {
  const alike = Array.from({ length: 500 }, (_, index) => ({
    id: `w${index}`,
    names: [`${'电'.repeat(20)}${String.fromCharCode(0x4e00 + index)}`],
  }))
  const stepsFor = (many: typeof alike, text: string) => {
    const automaton = new WordFinder(many)
    const before = automaton.steps
    automaton.find(text)
    return automaton.steps - before
  }
  const text = '电'.repeat(10_000)
  for (const many of [alike.slice(0, 5), alike]) {
    expect(stepsFor(many, text)).toBeLessThanOrEqual(STEPS_A_LETTER * text.length)
    const twice = stepsFor(many, text + text)
    expect(twice).toBeLessThanOrEqual(2 * stepsFor(many, text) + 100)
  }
})

test('what editors keep out of texts is not found, nor a name of one letter', () => {
  const term = {
    termId: 'takt',
    zh: '节拍',
    en: 'Takt',
    sv: 'takt',
    abbreviation: 'T',
    aliases: ['节拍时间'],
    inText: true,
  }
  expect(namedWords([term])).toEqual([{ id: 'takt', names: ['节拍', 'Takt', 'takt', '节拍时间'] }])
  expect(namedWords([{ ...term, inText: false }])).toEqual([])
})
