import { quarterOf, reachOf } from '@domain/coin/budget'
import { grouped } from '@domain/kernel/grouped'
import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { type Draft, type Preview, withBudget } from '../../rulesDraft'

interface BudgetCardProps {
  draft: Draft
  earned: number
  now: number
  /** Yesterday under the draft, once it has been replayed. */
  coins: Preview['coins'] | undefined
  onChange: (draft: Draft) => void
}

const BUDGET_MAX = 100_000_000

/** How far the budget reaches. */
const sayReach = (until: string | null) =>
  until === null ? '整个季度够用' : `能用到 ${Number(until.slice(5, 7))} 月 ${Number(until.slice(8))} 日`

/** What the quarter may cost, what it has cost, and how far the rest reaches by what a day costs. */
export function BudgetCard({ draft, earned, now, coins, onChange }: BudgetCardProps) {
  const today = dayOf(now)
  const { quarterBudget } = draft
  const reach = (aDay: number) => reachOf(quarterBudget ?? 0, earned, aDay, today)
  return (
    <Card>
      <View className="t16 bold">第{'一二三四'[quarterOf(today) - 1]}季度预算</View>
      <Field
        label="这个季度一共发多少沃币"
        type="number"
        maxLength={9}
        placeholder="不填就是没有定"
        value={quarterBudget === undefined ? '' : String(quarterBudget)}
        onChange={typed =>
          onChange(withBudget(draft, Math.min(BUDGET_MAX, Number(typed.replace(/\D/g, '') || '0'))))
        }
      />
      <KeyValueRow label="已经发出">{grouped(earned)}</KeyValueRow>
      {quarterBudget === undefined ? null : <KeyValueRow label="还剩">{grouped(reach(0).left)}</KeyValueRow>}
      {quarterBudget === undefined || coins === undefined ? null : (
        <>
          <KeyValueRow label="按草稿">{sayReach(reach(coins.becomes).until)}</KeyValueRow>
          <KeyValueRow label="按现在">{sayReach(reach(coins.was).until)}</KeyValueRow>
        </>
      )}
      <View className="t12 secondary mt-8">
        {quarterBudget !== undefined && coins === undefined
          ? '先在上面算一算昨天，就知道能用到哪天。'
          : '用完了也不会停发，只是提醒。'}
      </View>
    </Card>
  )
}
