import { levelName, levels } from '@domain/growth/levels'
import { limits } from '@domain/kernel/limits'
import { dayOf } from '@domain/kernel/time'
import { limitPeriods } from '@domain/mall/goods'
import { View } from '@tarojs/components'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { MomentField } from '@/ui/pickerField/MomentField'
import { Switch } from '@/ui/switch/Switch'
import { periodNames } from '../../saleWords'
import type { FieldsProps } from './fields'

/** How many one person may have. */
export function LimitFields({ draft, change }: FieldsProps) {
  const { period, unit } = draft
  return (
    <Card>
      <View className="t16 medium">限兑</View>
      <Field
        label={`每人一共限几${unit || '件'}`}
        type="number"
        maxLength={3}
        value={draft.perPerson}
        placeholder="不限"
        onChange={perPerson => change({ perPerson })}
      />
      <View className="good-edit__label">每一期另外限几{unit || '件'}</View>
      <View className="good-edit__chips" {...spokenAs('radiogroup')} aria-label="每一期">
        <Chip on={period === ''} onTap={() => change({ period: '', perPeriod: '' })}>
          不限
        </Chip>
        {limitPeriods.map(one => (
          <Chip key={one} on={one === period} onTap={() => change({ period: one })}>
            {periodNames[one]}
          </Chip>
        ))}
      </View>
      {period === '' ? null : (
        <Field
          label={`${periodNames[period]}限几${unit || '件'}`}
          type="number"
          maxLength={3}
          value={draft.perPeriod}
          placeholder="2"
          onChange={perPeriod => change({ perPeriod })}
        />
      )}
      <View className="good-edit__label">从哪一级起能换</View>
      <View className="good-edit__chips" {...spokenAs('radiogroup')} aria-label="从哪一级起能换">
        {levels.map(level => {
          const least = level.threshold === 0 ? null : level.threshold
          return (
            <Chip
              key={level.number}
              on={draft.experienceMin === least}
              onTap={() => change({ experienceMin: least })}
            >
              {least === null ? '都能换' : levelName(level)}
            </Chip>
          )
        })}
      </View>
    </Card>
  )
}

/** From when until when, for a sale in time. */
export function SaleFields({ draft, change, now }: FieldsProps & { now: number }) {
  const today = dayOf(now)
  return (
    <Card padding="none">
      <ListRow
        title="限时兑换"
        meta="到点开换，页面上有倒计时"
        end={<Switch on={draft.timed} label="限时兑换" onChange={timed => change({ timed })} />}
      />
      {draft.timed ? (
        <View className="good-edit__sale">
          <MomentField
            labels={['哪天开始', '几点开始']}
            min={today}
            day={draft.opensOn}
            time={draft.opensTime}
            onDay={opensOn => change({ opensOn })}
            onTime={opensTime => change({ opensTime })}
          />
          <MomentField
            labels={['哪天结束', '几点结束']}
            min={draft.opensOn || today}
            day={draft.closesOn}
            time={draft.closesTime}
            onDay={closesOn => change({ closesOn })}
            onTime={closesTime => change({ closesTime })}
          />
          <View className="t12 secondary mt-8">结束可以不选：换完为止</View>
        </View>
      ) : null}
    </Card>
  )
}

/** Where it shows. */
export function ShowFields({ draft, change }: FieldsProps) {
  return (
    <Card padding="none">
      <ListRow
        title="上架"
        meta={draft.on ? '存好就在商城里' : '先存着，商城里看不到'}
        end={<Switch on={draft.on} label="上架" onChange={on => change({ on })} />}
      />
      <View className="good-edit__sale">
        <Field
          label="商城横幅上的一句话"
          value={draft.featured}
          maxLength={limits.titleMax}
          placeholder="不上横幅就空着"
          onChange={featured => change({ featured })}
        />
      </View>
    </Card>
  )
}
