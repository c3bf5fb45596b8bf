import { actionsCalled, sayAction } from '@domain/access/actionWords'
import { sayFacts, saySubject } from '@domain/access/recordWords'

test('the record says what was done in words, and never by a key', () => {
  expect(sayAction('access.grantRole')).toBe('授予角色')
  expect(sayAction('')).toBe('到期自动处理')
  expect(sayAction('gone.longAgo')).toBe('其他操作')
  expect(actionsCalled('授予')).toEqual(['access.grantRole'])
  expect(actionsCalled('发放名单').length).toBeGreaterThan(1)
  expect(actionsCalled('没有这种')).toEqual([])
})

test('a subject is called what it is, with its number', () => {
  expect(saySubject('identity_employees/VC018842')).toBe('员工 VC018842')
  expect(saySubject('careers_candidates')).toBe('候选人')
  expect(saySubject('gone_room/01J')).toBe('01J')
})

test('what stood before and after is told in words, also inside of what was granted', () => {
  expect(sayFacts('null')).toBe('无')
  expect(sayFacts('{"granted":{"role":"编辑","scopeId":null},"reason":"换岗"}')).toBe(
    '授予 （角色 编辑，范围 无），理由 换岗',
  )
  expect(sayFacts('{"state":"withdrawn","pinned":true,"ended":[]}')).toBe(
    '状态 撤下了，置顶 是，结束的角色 无',
  )
  expect(sayFacts('not json')).toBe('not json')
})
