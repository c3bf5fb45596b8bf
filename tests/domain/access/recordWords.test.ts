import { actionsCalled, sayAction } from '@domain/access/actionWords'
import { inField } from '@domain/access/factValues'
import { sayFacts, saySubject, sayWhom } from '@domain/access/recordWords'
import { contracts } from '@domain/contracts'
import * as z from 'zod'

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
  const names = new Map([
    ['VC018842', '林晓川'],
    ['lens', '光影摄影社'],
  ])
  expect(saySubject('union_memberships/lens:VC018842', names)).toBe('入会申请 光影摄影社 · 林晓川 VC018842')
  expect(saySubject('forum_posts/01M85BXDP6HMCJB326RHE297X7')).toBe('帖子 …E297X7')
})

test('what is called by an id alone is told by whom it concerns', () => {
  const names = new Map([['VC018842', '林晓川']])
  const id = '01M85BXDP6HMCJB326RHE297X7'
  const given = JSON.stringify({ employeeId: 'VC018842', way: 'give', amount: 100, experience: 0 })
  const taken = JSON.stringify({ employeeId: 'VC018842', way: 'take', amount: 0, experience: 20 })
  const hand = { subject: `coin_hands/${id}`, before: 'null' }
  expect(sayWhom({ ...hand, after: given }, names)).toBe('林晓川 VC018842，+100 沃币')
  expect(sayWhom({ ...hand, after: taken }, names)).toBe('林晓川 VC018842，−20 经验')
  expect(sayWhom({ ...hand, after: '{"state":"withdrawn"}' }, names)).toBe('发放 …E297X7')
  const told = JSON.stringify({ employeeId: 'VC018842' })
  expect(sayWhom({ subject: `identity_rebinds/${id}`, before: told, after: 'null' }, names)).toBe(
    '换绑 林晓川 VC018842',
  )
  const lines = { subject: 'identity_employees/VC018842', before: 'not json', after: 'null' }
  expect(sayWhom(lines, names)).toBe('员工 林晓川 VC018842')
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
  expect(sayFacts('{"granted":{"role":"lead","scopeId":"采购"},"endsAt":1794447600000}')).toBe(
    '授予 （角色 部门负责人，范围 采购），到 2026-11-12 09:40',
  )
  const end = Date.parse('2027-11-11T00:00:00+08:00')
  expect(sayFacts(`{"endsAt":${end}}`)).toBe('到 2027-11-10')
  expect(sayFacts(`{"startsAt":${end}}`)).toBe('开始 2027-11-11 00:00')
  expect(sayFacts('{"neverHeardOf":1}')).toBe('其他 1')
})

test('what somebody wrote stands as it is, also where every object has something of that name', () => {
  expect(sayFacts('{"title":"constructor"}')).toBe('标题 constructor')
  expect(sayFacts('{"constructor":"toString"}')).toBe('其他 toString')
  expect(saySubject('valueOf/x')).toBe('x')
})

/** Every field of what the back office sends, and every word that it may choose from a list. */
function wordsOf(schema: unknown, fields: Set<string>, values: Set<string>): void {
  if (Array.isArray(schema)) for (const one of schema) wordsOf(one, fields, values)
  else if (typeof schema === 'object' && schema !== null) {
    const { properties, enum: listed, const: only, ...rest } = schema as Record<string, unknown>
    for (const one of Array.isArray(listed) ? listed : [only]) if (typeof one === 'string') values.add(one)
    for (const [name, inner] of Object.entries(properties ?? {})) {
      fields.add(name)
      wordsOf(inner, fields, values)
    }
    for (const inner of Object.values(rest)) wordsOf(inner, fields, values)
  }
}

test('every field and every choice of a command of the back office has its word', () => {
  const fields = new Set<string>()
  const values = new Set<string>()
  for (const procedures of Object.values(contracts))
    for (const { kind, access, input } of Object.values(procedures))
      if (kind === 'command' && access.includes('.'))
        wordsOf(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), fields, values)
  const inOneField = new Set(Object.values(inField).flatMap(Object.keys))
  expect(fields.size).toBeGreaterThan(200)
  const unnamed = [...fields].filter(field => sayFacts(JSON.stringify({ [field]: true })) === '其他 是')
  expect(unnamed).toEqual([])
  const raw = [...values].filter(value => /^[a-z][a-zA-Z]*$/.test(value) && !inOneField.has(value))
  expect(raw.filter(value => sayFacts(JSON.stringify({ action: value })) === `动作 ${value}`)).toEqual([])
})
