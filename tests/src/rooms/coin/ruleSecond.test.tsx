import { ruleDifferences } from '@domain/coin/ruleDifferences'
import { deliveredRules } from '@domain/coin/rules'
import { render, renderHook, screen } from '@testing-library/react'
import { createElement } from 'react'
import { createQueryClient } from '@/api/queryClient'
import { DecisionSheets } from '@/rooms/coin/DecisionSheets'
import { usePreview } from '@/rooms/coin/pages/rules/PreviewCard'
import { RowTable } from '@/rooms/coin/pages/rules/RowTable'
import { type Draft, ruleSecond, sayStart, withRow } from '@/rooms/coin/rulesDraft'
import { providerOf } from '../../../support/queryHarness'

const asked: unknown[] = []
jest.mock('@/api/transport', () => ({
  callerScope: () => 'me',
  send: (call: unknown) => {
    asked.push(call)
    return new Promise(() => undefined)
  },
}))

const { version: _version, effectiveAt: _since, ...delivered } = deliveredRules
const rules = delivered as unknown as Draft
const post = { ...rules.earning['forum.post'], base: 1_000, perDayMax: 10_000 }
const changed = withRow(rules, 'forum.post', post)

it('reckons yesterday at once for whoever is to agree, and for others when they ask', () => {
  const wrapper = providerOf(createQueryClient(() => undefined))
  renderHook(() => usePreview(rules), { wrapper })
  expect(asked).toEqual([])
  renderHook(() => usePreview(rules, { atOnce: true }), { wrapper })
  expect(asked).toMatchObject([{ input: { draft: { happyHours: rules.happyHours } } }])
})

it('has ready reasons that are of rules, and none of a list of names', () => {
  const sheets = (verdict: 'approve' | 'refuse') =>
    render(
      createElement(DecisionSheets, {
        ...{ asked: verdict, what: 'v2', note: '', words: ruleSecond },
        ...{ onClose: () => undefined, onDecide: () => Promise.resolve() },
      }),
    )
  sheets('approve').unmount()
  sheets('refuse')
  expect(screen.queryByText('给得太多')).not.toBeNull()
  expect(screen.queryByText('理由不够')).toBeNull()
})

it('tells numbers of the rules as they are read, before and after', () => {
  const said = ruleDifferences(changed as never, deliveredRules)
  expect(said.map(({ becomes }) => becomes)).toEqual(['1,000', '10,000'])
  const shown = { draft: rules, from: changed, onChange: () => undefined }
  const { container } = render(createElement(RowTable, shown))
  const before = [...container.querySelectorAll('.rules__was')].map(({ textContent }) => textContent)
  expect(before).toEqual(['1,000', '10,000'])
})

it.each([
  [3, '2026-11-24T00:00:00+08:00', '今天 0:00 起'],
  [3, '2026-12-01T07:30:00+08:00', '12 月 1 日 7:30 起'],
  [1, '2026-01-01T00:00:00+08:00', '上线时就有'],
])('says once of version %s from when it counts: %s', (version, startsAt, said) => {
  expect(sayStart({ version, startsAt: Date.parse(startsAt) }, Date.parse('2026-11-24T12:00:00+08:00'))).toBe(
    said,
  )
})
