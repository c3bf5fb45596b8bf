import { explainedParts, WordFinder } from '@domain/knowledge/matching'
import { idsInMarkup, linkedMarkup, wordOfLink } from '@/rooms/content/explainedMarkup'

const finder = new WordFinder([
  { id: 'plant', names: ['成都工厂'] },
  { id: 'city', names: ['成都'] },
  { id: 'rd', names: ['R&D'] },
])
const teacher = {
  idsIn: (text: string) => [...new Set(finder.find(text).map(({ id }) => id))],
  partsOf: (text: string, wanted: ReadonlySet<string>) => explainedParts(text, finder.find(text), wanted),
}
const linked = (html: string, wanted = idsInMarkup(html, teacher)) =>
  linkedMarkup(html, teacher, new Set(wanted)).replace(/ style="[^"]*"/g, '')

test('a word is a link at its first place, the longest of those that begin there', () => {
  expect(linked('<p>在成都工厂，<strong>成都工厂</strong>在成都</p>')).toBe(
    '<p>在<a href="word://plant">成都工厂</a>，<strong>成都工厂</strong>在<a href="word://city">成都</a></p>',
  )
})

test('headings, links and attributes stay as they are, and letters that stand for others are read', () => {
  const html = '<h2>成都</h2><p><a href="https://a.cn/成都">成都</a></p><img alt="成都">'
  expect(idsInMarkup(html, teacher)).toEqual([])
  expect(linked(html)).toBe(html)
  expect(linked('<td>R&amp;D &lt;b&gt;</td>')).toBe('<td><a href="word://rd">R&amp;D</a> &lt;b&gt;</td>')
})

test('a word that another text of the screen explains stays plain', () => {
  expect(linked('<p>成都</p>', [])).toBe('<p>成都</p>')
})

test('a link leads to a word or elsewhere', () => {
  expect([wordOfLink('word://plant'), wordOfLink('https://a.cn')]).toEqual(['plant', null])
})
