import type { EarnReason } from '@domain/coin/reasons'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { type Draft, type Row, rowsOf, sayRow, withRow } from '../../rulesDraft'
import './rules.scss'

export interface RowsProps {
  draft: Draft
  from: Draft
  onChange: (draft: Draft) => void
}

const PRICE_MAX = 1_000
const MOST_MAX = 10_000

export const numberOf = (typed: string, most: number) =>
  Math.min(most, Number(typed.replace(/\D/g, '') || '0'))
const tooLow = (cap: number, base: number) => (cap < base ? '比一次的还少，一次都记不下' : null)

export interface RowField {
  label: string
  most: number
  of: (row: Row) => number
  to: (row: Row, amount: number) => Row
  problem?: (row: Row) => string | null
}

export const rowFields: readonly RowField[] = [
  { label: '沃币', most: PRICE_MAX, of: row => row.base, to: (row, base) => ({ ...row, base }) },
  {
    label: '沃币每天最多',
    most: MOST_MAX,
    of: row => row.perDayMax,
    to: (row, perDayMax) => ({ ...row, perDayMax }),
    problem: row => tooLow(row.perDayMax, row.base),
  },
  {
    label: '经验',
    most: PRICE_MAX,
    of: row => row.experience.base,
    to: (row, base) => ({ ...row, experience: { ...row.experience, base } }),
  },
  {
    label: '经验每天最多',
    most: MOST_MAX,
    of: row => row.experience.perDayMax,
    to: (row, perDayMax) => ({ ...row, experience: { ...row.experience, perDayMax } }),
    problem: row => tooLow(row.experience.perDayMax, row.experience.base),
  },
]

function RowFields({ row, onChange }: { row: Row; onChange: (row: Row) => void }) {
  return rowFields.map(({ label, most, of, to, problem }) => {
    const error = problem?.(row)
    return (
      <Field
        key={label}
        label={label}
        type="number"
        maxLength={5}
        value={String(of(row))}
        {...(error ? { error } : {})}
        onChange={typed => onChange(to(row, numberOf(typed, most)))}
      />
    )
  })
}

/** On a phone: every deed that earns, as the draft has it, with what it was where that differs. */
export function Rows({ draft, from, onChange }: RowsProps) {
  const [edited, setEdited] = useState<EarnReason | null>(null)
  const row = edited && draft.earning[edited]
  return (
    <View className="rules__list">
      {rowsOf(draft).map(({ reason, name, row: one }) => {
        const was = sayRow(from.earning[reason])
        const isDoubled = draft.happyHours.some(({ reasons }) => reasons.includes(reason))
        return (
          <ListRow
            key={reason}
            title={name}
            meta={sayRow(one).flatMap<ReactNode>((now, line) =>
              was[line] === now
                ? [now]
                : [
                    <View key="now" className="t14">
                      {now}
                    </View>,
                    <View key="was" className="rules__was t14">
                      {was[line]}
                    </View>,
                  ],
            )}
            end={isDoubled ? <Badge tone="happy">随 Happy Hour</Badge> : null}
            onTap={() => setEdited(reason)}
          />
        )
      })}
      <Sheet
        open={edited !== null}
        title={rowsOf(draft).find(({ reason }) => reason === edited)?.name ?? ''}
        onClose={() => setEdited(null)}
        note="只改草稿，复核通过才会生效"
        action={<Button onTap={() => setEdited(null)}>好</Button>}
      >
        {row && edited ? (
          <RowFields row={row} onChange={next => onChange(withRow(draft, edited, next))} />
        ) : null}
      </Sheet>
    </View>
  )
}
