import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Stepper } from '@/ui/stepper/Stepper'
import type { CentreDraft } from './centreDraft'

interface TextFieldsProps {
  draft: CentreDraft
  change: (part: Partial<CentreDraft>) => void
}

const PARTY_MAX = 20
/** Eight lines of sixty. */
const LINES_LENGTH_MAX = 488

/** What everybody reads of the centre. */
export function TextFields({ draft, change }: TextFieldsProps) {
  return (
    <Card>
      <Field
        label="一句话介绍"
        maxLength={limits.titleMax}
        value={draft.headline}
        onChange={headline => change({ headline })}
      />
      <View className="mt-16">
        <Field
          label="介绍"
          multiline
          maxLength={limits.bodyMax}
          value={draft.intro}
          onChange={intro => change({ intro })}
        />
      </View>
      <Field label="前台电话" maxLength={20} value={draft.phone} onChange={phone => change({ phone })} />
      <View className="mt-16">
        <Field
          label="怎么来，一行一句"
          multiline
          maxLength={LINES_LENGTH_MAX}
          value={draft.directions}
          onChange={directions => change({ directions })}
        />
      </View>
      <View className="mt-16">
        <Field
          label="来之前，一行一句"
          multiline
          maxLength={LINES_LENGTH_MAX}
          value={draft.advice}
          onChange={advice => change({ advice })}
        />
      </View>
    </Card>
  )
}

/** How many find room. */
export function SeatFields({ draft, change }: TextFieldsProps) {
  return (
    <Card>
      <Field
        label="每个时段的名额"
        type="number"
        maxLength={3}
        value={draft.seats}
        hint="已经有人约的时段保持原来的名额"
        onChange={seats => change({ seats })}
      />
      <KeyValueRow label="一个预约最多几位">
        <Stepper
          label="一个预约最多几位"
          unit="位"
          value={draft.partyMax}
          most={PARTY_MAX}
          onChange={partyMax => change({ partyMax })}
        />
      </KeyValueRow>
    </Card>
  )
}
