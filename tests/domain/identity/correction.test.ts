import { correctedFields, sayWhoseCorrected } from '@domain/identity/correction'

test('whoever decides a correction reads whose it is', () => {
  const known = { name: '姜楠', department: '研发', site: '上海' }
  const fields = correctedFields(known, { department: '用户体验', site: '上海' })
  expect(sayWhoseCorrected('姜楠', fields)).toBe('姜楠：部门 研发 → 用户体验')
})
