import { centreLimits } from '@domain/booking/centreWords'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { Field } from '@/ui/field/Field'
import type { CentreDraft } from './centreDraft'
import type { CentreProblems } from './centreProblems'
import { SpotChoice } from './SpotChoice'

export interface FieldsProps {
  draft: CentreDraft
  change: (part: Partial<CentreDraft>) => void
  /** What is wrong where; empty until somebody has tried to save. */
  problems: CentreProblems
}

const LINES_LENGTH_MAX = centreLimits.linesMax * (centreLimits.lineMax + 1)

/** The error of a field, where it has one. */
const wrong = (error: string | undefined) => (error === undefined ? {} : { error })

/** What everybody reads of the centre. */
export function TextFields({ draft, change, problems }: FieldsProps) {
  return (
    <Card>
      <Field
        label="一句话介绍"
        maxLength={limits.titleMax}
        value={draft.headline}
        {...wrong(problems.headline)}
        onChange={headline => change({ headline })}
      />
      <View className="mt-16">
        <Field
          label="介绍"
          multiline
          maxLength={limits.bodyMax}
          value={draft.intro}
          {...wrong(problems.intro)}
          onChange={intro => change({ intro })}
        />
      </View>
    </Card>
  )
}

/** How to find it and whom to ask. */
export function WayFields({ draft, change, problems }: FieldsProps) {
  return (
    <Card>
      <View className="t16 medium">怎么去</View>
      <Field
        label="地址"
        maxLength={centreLimits.addressMax}
        value={draft.address}
        {...wrong(problems.address)}
        onChange={address => change({ address })}
      />
      <Field
        label="在地图上的位置"
        maxLength={40}
        value={draft.spot}
        placeholder="31.2896, 121.1635"
        hint="纬度在前，经度在后，从地图上复制"
        {...wrong(problems.spot)}
        onChange={spot => change({ spot })}
      />
      <SpotChoice onSpot={part => change(part)} />
      <Field
        label="前台电话"
        maxLength={20}
        value={draft.phone}
        {...wrong(problems.phone)}
        onChange={phone => change({ phone })}
      />
      <View className="mt-16">
        <Field
          label="怎么来，一行一句"
          multiline
          maxLength={LINES_LENGTH_MAX}
          value={draft.directions}
          {...wrong(problems.directions)}
          onChange={directions => change({ directions })}
        />
      </View>
      <View className="mt-16">
        <Field
          label="来之前，一行一句"
          multiline
          maxLength={LINES_LENGTH_MAX}
          value={draft.advice}
          {...wrong(problems.advice)}
          onChange={advice => change({ advice })}
        />
      </View>
    </Card>
  )
}
