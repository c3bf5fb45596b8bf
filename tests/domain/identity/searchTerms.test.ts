import { nearness, searchTerm, searchTermsOf } from '@domain/identity/searchTerms'

const finds = (name: string, typed: string, _id = 'VC018842') =>
  searchTermsOf({ _id, name }).includes(searchTerm(typed))

test.each([
  ['赵启明', '赵'],
  ['赵启明', '启明'],
  ['赵启明', 'zhaoqi'],
  ['赵启明', 'ZHAO QIMING'],
  ['赵启明', 'qiming'],
  ['赵启明', 'zqm'],
  ['赵启明', 'qm'],
  ['赵启明', 'zhaoqm'],
  ['赵启明', 'vc0188'],
  ['赵启明', 'ＶＣ０１８８４２'],
  // Family names are read as such.
  ['曾晓', 'zengx'],
  ['单立新', 'shanlixin'],
  ['Anna Lind', 'annal'],
])('%s is found by "%s"', (name, typed) => {
  expect(finds(name, typed)).toBe(true)
})

test.each(['明', 'mingqi', 'zm', 'qz', '018842', ''])('赵启明 is not found by "%s"', typed => {
  expect(finds('赵启明', typed)).toBe(false)
})

test('of those who are found the family name comes first, and whole syllables before parts of them', () => {
  const found = ['余丽娜', '刘琳', '林晓川', '凌云']
  const sorted = (typed: string) => [...found].sort((a, b) => nearness(a, typed) - nearness(b, typed))
  expect(sorted('lin')).toEqual(['林晓川', '凌云', '刘琳', '余丽娜'])
  expect(sorted('琳')[0]).toBe('刘琳')
})

test('a long name has a bounded number of terms', () => {
  expect(searchTermsOf({ _id: 'VC018842', name: '阿依古丽'.repeat(10) }).length).toBeLessThan(120)
})
