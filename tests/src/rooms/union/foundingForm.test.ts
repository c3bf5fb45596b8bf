import { emptyFounding, type FoundingDraft, foundingProblem, toProposal } from '@/rooms/union/foundingForm'

const whole: FoundingDraft = {
  name: ' 桌游社 ',
  category: 'culture',
  site: '上海',
  headline: '每周五 18:30',
  intro: '下班以后一起玩桌游，新手也欢迎。',
  reason: '已经有二十位同事愿意来',
}

test('a whole form goes out trimmed', () => {
  expect(foundingProblem(whole)).toBeUndefined()
  expect(toProposal(whole)).toEqual({ ...whole, name: '桌游社' })
})

test.each<[keyof FoundingDraft, string, string]>([
  ['name', '', '名字'],
  ['name', '桌', '至少 2'],
  ['category', '', '类别'],
  ['site', '', '园区'],
  ['headline', ' ', '什么时候'],
  ['intro', '一起玩', '至少 10'],
  ['intro', '玩'.repeat(501), '最多 500'],
  ['reason', '好', '至少 2'],
])('%s “%s” is named: %s', (field, value, words) => {
  const draft = { ...whole, [field]: value }
  expect(foundingProblem(draft)).toContain(words)
  expect(toProposal(draft)).toBeUndefined()
})

test('an empty form asks for the name first', () => {
  expect(foundingProblem(emptyFounding)).toContain('名字')
})
