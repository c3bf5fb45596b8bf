import type { EarnReason } from '@domain/coin/reasons'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Badge } from '@/ui/badge/Badge'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Sheet } from '@/ui/sheet/Sheet'
import { type Draft, type Row, rowsOf, sayRow, withRow } from '../../rulesDraft'
import './rules.scss'

interface RowsProps {
  draft: Draft
  from: Draft
  onChange: (draft: Draft) => void
}

const numberOf = (typed: string) => Math.min(10_000, Number(typed.replace(/\D/g, '') || '0'))

const fields = [
  { label: '沃币', of: (row: Row) => row.base, to: (row: Row, base: number) => ({ ...row, base }) },
  {
    label: '沃币每天最多',
    of: (row: Row) => row.perDayMax,
    to: (row: Row, perDayMax: number) => ({ ...row, perDayMax }),
  },
  {
    label: '经验',
    of: (row: Row) => row.experience.base,
    to: (row: Row, base: number) => ({ ...row, experience: { ...row.experience, base } }),
  },
  {
    label: '经验每天最多',
    of: (row: Row) => row.experience.perDayMax,
    to: (row: Row, perDayMax: number) => ({ ...row, experience: { ...row.experience, perDayMax } }),
  },
]

/** Every deed that earns, as the draft has it, with what it was where that differs. */
export function Rows({ draft, from, onChange }: RowsProps) {
  const [edited, setEdited] = useState<EarnReason | null>(null)
  const row = edited && draft.earning[edited]
  return (
    <Card padding="none">
      <SectionHeader title="每做一件事" />
      {rowsOf(draft).map(({ reason, name, row: one }) => {
        const was = sayRow(from.earning[reason])
        const isDoubled = draft.happyHours.some(({ reasons }) => reasons.includes(reason))
        return (
          <ListRow
            key={reason}
            title={name}
            meta={[
              sayRow(one),
              ...(was === sayRow(one)
                ? []
                : [
                    <View key="was" className="rules__was">
                      {was}
                    </View>,
                  ]),
            ]}
            end={isDoubled ? <Badge>随 Happy Hour</Badge> : null}
            onTap={() => setEdited(reason)}
          />
        )
      })}
      <Sheet
        open={edited !== null}
        title={rowsOf(draft).find(({ reason }) => reason === edited)?.name ?? ''}
        onClose={() => setEdited(null)}
        note="只改草稿，排上时间才会生效"
        action={<Button onTap={() => setEdited(null)}>好</Button>}
      >
        {row && edited
          ? fields.map(({ label, of, to }) => (
              <Field
                key={label}
                label={label}
                type="number"
                maxLength={5}
                value={String(of(row))}
                onChange={typed => onChange(withRow(draft, edited, to(row, numberOf(typed))))}
              />
            ))
          : null}
      </Sheet>
    </Card>
  )
}
