import type { RulesView } from '@domain/booking/centreViews'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import type { PartProblem } from '@/ui/field/At'
import { Field } from '@/ui/field/Field'
import { FieldAt } from '@/ui/field/FieldAt'
import { Icon } from '@/ui/icon/Icon'
import { Stepper } from '@/ui/stepper/Stepper'
import { guestPath, type VisitDraft, withGuest } from '../../centre/visitDraft'

export interface PartyFieldsProps {
  draft: VisitDraft
  rules: RulesView
  party: number
  problems: readonly PartProblem[]
  /** The part that was missing when it was last to be sent. */
  sought: string | undefined
  change: (part: Partial<VisitDraft>) => void
}

/** How many come, how those who come along are called, and what the centre should know. */
export function PartyFields({ draft, rules, party, problems, sought, change }: PartyFieldsProps) {
  const { partyMax } = rules
  return (
    <Card>
      {partyMax > 1 ? (
        <View className="book__party">
          <Icon name="people" />
          <View className="grow">
            <View className="t16">几位一起来</View>
            <View className="t12 secondary">连自己最多 {partyMax} 位</View>
          </View>
          <Stepper
            label="人数"
            unit="位"
            value={party}
            most={partyMax}
            onChange={chosen => change({ party: chosen })}
          />
        </View>
      ) : null}
      {Array.from({ length: party - 1 }, (_, index) => (
        <FieldAt
          // biome-ignore lint/suspicious/noArrayIndexKey: a guest is the place in the party
          key={index}
          path={guestPath(index)}
          problems={problems}
          label={`同行第 ${index + 1} 位怎么称呼`}
          maxLength={limits.nameMax}
          value={draft.guests[index] ?? ''}
          placeholder="前台按名字接待"
          focus={sought === guestPath(index)}
          onChange={name => change({ guests: withGuest(draft, index, name) })}
        />
      ))}
      <Field
        label="要中心知道的"
        maxLength={100}
        value={draft.note}
        placeholder="带婴儿车、坐轮椅，可以不填"
        onChange={note => change({ note })}
      />
    </Card>
  )
}
