import { drawLimits } from '@domain/live/draw'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Options } from '@/ui/options/Options'
import { Stepper } from '@/ui/stepper/Stepper'
import { Switch } from '@/ui/switch/Switch'
import type { PrizeDraft } from '../../broadcastDraft'
import type { FieldsProps } from './fields'

const minutes = ['5', '10', '15', '30', '45', '60'].map(key => ({ key, text: `${key} 分钟` }))

/** What taking part means; how many coins it brings, the rules say. */
export function RewardFields({ draft, change }: FieldsProps) {
  return (
    <>
      <Card padding="none">
        <ListRow
          plain
          title="参与奖励"
          meta="沃币数由积分规则定，每人每场一次"
          end={<Switch on={draft.rewarded} label="参与奖励" onChange={rewarded => change({ rewarded })} />}
        />
        {draft.rewarded ? (
          <ListRow
            plain
            title="还要说一句"
            meta="至少一条留言"
            end={<Switch on={draft.message} label="还要说一句" onChange={message => change({ message })} />}
          />
        ) : null}
      </Card>
      {draft.rewarded ? (
        <Options
          label="看满多久"
          options={minutes}
          value={draft.minutes}
          onChange={value => change({ minutes: value })}
        />
      ) : null}
    </>
  )
}

const kinds = [
  { key: 'coins', text: '沃币' },
  { key: 'gift', text: '礼物' },
] as const

/** What can be won by whoever has taken part. */
export function PrizeFields({ draft, change }: FieldsProps) {
  const { prizes } = draft
  const edit = (key: number, part: Partial<PrizeDraft>) =>
    change({ prizes: prizes.map(prize => (prize.key === key ? { ...prize, ...part } : prize)) })
  const add = () => {
    const key = Math.max(-1, ...prizes.map(prize => prize.key)) + 1
    change({ prizes: [...prizes, { key, kind: 'gift', name: '', count: 1 }] })
  }
  return (
    <View>
      <View className="t12 secondary">抽奖，不加奖品就没有。达到参与条件的同事自动参加</View>
      {prizes.map(({ key, kind, name, count }, index) => (
        <Card key={key} className="mt-8">
          <Options
            label={`第 ${index + 1} 个奖品`}
            options={kinds}
            value={kind}
            onChange={value => edit(key, { kind: value })}
          />
          {kind === 'gift' ? (
            <Field
              label={`第 ${index + 1} 个奖品叫什么`}
              value={name}
              maxLength={drawLimits.giftNameMax}
              placeholder="XC90 车模"
              onChange={value => edit(key, { name: value })}
            />
          ) : (
            <View className="t12 secondary mt-8">每位得多少沃币由积分规则定</View>
          )}
          <View className="row row--between mt-8">
            <Stepper
              label={`第 ${index + 1} 个奖品几份`}
              value={count}
              most={10}
              unit="份"
              onChange={value => edit(key, { count: value })}
            />
            <Button
              kind="text"
              size="small"
              label={`去掉第 ${index + 1} 个奖品`}
              onTap={() => change({ prizes: prizes.filter(prize => prize.key !== key) })}
            >
              去掉
            </Button>
          </View>
        </Card>
      ))}
      {prizes.length < drawLimits.prizesMax ? (
        <View className="mt-8">
          <Button kind="secondary" size="small" icon="plus" onTap={add}>
            加一个奖品
          </Button>
        </View>
      ) : null}
    </View>
  )
}
