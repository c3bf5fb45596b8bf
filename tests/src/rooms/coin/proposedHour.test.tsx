import { deliveredRules } from '@domain/coin/rules'
import Taro from '@tarojs/taro'
import { act, renderHook } from '@testing-library/react'
import { useRulesDraft, withProposed } from '@/rooms/coin/proposedHour'
import type { Draft } from '@/rooms/coin/rulesDraft'

const { version: _version, effectiveAt: _since, ...delivered } = deliveredRules
const rules = delivered as unknown as Draft
const noon = { fromMinute: 720, toMinute: 810 }

const session = { grants: [{ role: 'coinKeeper' }] as { role: string }[] }
jest.mock('@/api', () => ({
  api: { coin: { openRules: {} } },
  useSession: () => ({ me: session }),
  useQueryOf: (_query: unknown, _input: unknown, { enabled }: { enabled: boolean }) => ({
    data: enabled ? { versions: [{ version: 3, state: 'current', rules }] } : undefined,
  }),
}))

interface Kept {
  version: number
  rules: Draft
}

/** The storage of a phone. */
const stored = new Map<string, Kept>()
beforeEach(() => {
  stored.clear()
  jest.mocked(Taro.getStorageSync).mockImplementation(key => stored.get(String(key)))
  jest
    .mocked(Taro.setStorageSync)
    .mockImplementation((key, value) => void stored.set(String(key), value as Kept))
})

const propose = () => {
  const { result } = renderHook(useRulesDraft)
  act(() => result.current?.put(noon))
}

const kept = () => stored.get('draft.coin.rules') as Kept

it('puts a proposed window into the draft that the page of the rules goes on with, once', () => {
  const { result } = renderHook(useRulesDraft)
  act(() => result.current?.put(noon))
  act(() => result.current?.put(noon))
  expect(kept().version).toBe(3)
  expect(kept().rules.happyHours).toHaveLength(rules.happyHours.length + 1)
  expect(kept().rules.happyHours.at(-1)).toMatchObject({ ...noon, multiplier: 2 })
})

it('keeps what was changed of the same version before, and nothing of an older one', () => {
  const changed = { ...rules, happyHours: [] }
  stored.set('draft.coin.rules', { version: 3, rules: changed })
  propose()
  expect(kept().rules.happyHours).toHaveLength(1)
  stored.set('draft.coin.rules', { version: 2, rules: changed })
  propose()
  expect(kept().rules.happyHours).toHaveLength(rules.happyHours.length + 1)
})

it('is nothing for whoever writes no rules', () => {
  session.grants = [{ role: 'ops' }]
  expect(renderHook(useRulesDraft).result.current).toBeNull()
  expect(withProposed(rules, rules.happyHours[0] ?? noon)).toBe(rules)
})
