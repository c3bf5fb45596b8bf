import { grouped } from '@domain/kernel/grouped'
import { Input, View } from '@tarojs/components'
import { unspoken } from '@/ui/a11y/ariaState'
import { useInnerLabel } from '@/ui/a11y/useInnerLabel'
import { Badge } from '@/ui/badge/Badge'
import { type Row, rowsOf, withRow } from '../../rulesDraft'
import { numberOf, type RowField, type RowsProps, rowFields } from './Rows'
import './rules.scss'

interface CellProps {
  name: string
  field: RowField
  row: Row
  was: Row
  onChange: (row: Row) => void
}

/** One number that is changed where it stands, with what it was beside it. */
function Cell({ name, field: { label, most, of, to, problem }, row, was, onChange }: CellProps) {
  const spoken = `${name}，${label}`
  const host = useInnerLabel<unknown>(spoken)
  const isChanged = of(row) !== of(was)
  const state = problem?.(row) ? ' rules__cell--wrong' : isChanged ? ' rules__cell--changed' : ''
  return (
    <View className={`rules__cell${state}`}>
      <Input
        ref={host}
        className="rules__number"
        maxlength={6}
        value={grouped(of(row))}
        aria-label={spoken}
        onInput={event => onChange(to(row, numberOf(event.detail.value, most)))}
      />
      {isChanged ? <View className="rules__was t14">{grouped(of(was))}</View> : null}
    </View>
  )
}

const heads = ['做什么', '沃币', '每天最多', '经验', '每天最多', '翻倍']

/** In a wide window: every deed that earns as a table whose numbers are changed where they stand. */
export function RowTable({ draft, from, onChange }: RowsProps) {
  return (
    <View className="rules__table">
      <View className="rules__tr rules__tr--head" {...unspoken}>
        {heads.map((head, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two columns have the same name
          <View key={place}>{head}</View>
        ))}
      </View>
      {rowsOf(draft).map(({ reason, name, row }) => (
        <View key={reason} className="rules__tr">
          <View className="t14">{name}</View>
          {rowFields.map(field => (
            <Cell
              key={field.label}
              name={name}
              field={field}
              row={row}
              was={from.earning[reason]}
              onChange={next => onChange(withRow(draft, reason, next))}
            />
          ))}
          <View>
            {draft.happyHours.some(({ reasons }) => reasons.includes(reason)) ? (
              <Badge tone="happy">翻倍</Badge>
            ) : (
              <View className="t12 secondary">不翻</View>
            )}
          </View>
        </View>
      ))}
    </View>
  )
}
