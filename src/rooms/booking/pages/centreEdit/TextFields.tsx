import { centreLimits } from '@domain/booking/centreWords'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { FieldAt } from '@/ui/field/FieldAt'
import type { CentreDraft } from './centreDraft'
import type { CentreProblem } from './centreProblems'
import { SpotChoice } from './SpotChoice'

export interface FieldsProps {
  draft: CentreDraft
  change: (part: Partial<CentreDraft>) => void
  /** What is wrong where; empty until somebody has tried to save. */
  problems: readonly CentreProblem[]
}

const LINES_LENGTH_MAX = centreLimits.linesMax * (centreLimits.lineMax + 1)

/** What everybody reads of the centre. */
export function TextFields({ draft, change, problems }: FieldsProps) {
  return (
    <Card>
      <FieldAt
        path="headline"
        problems={problems}
        label="一句话介绍"
        maxLength={limits.titleMax}
        value={draft.headline}
        onChange={headline => change({ headline })}
      />
      <View className="mt-16">
        <FieldAt
          path="intro"
          problems={problems}
          label="介绍"
          multiline
          maxLength={limits.bodyMax}
          value={draft.intro}
          onChange={intro => change({ intro })}
        />
      </View>
    </Card>
  )
}

interface LinesProps extends Pick<FieldsProps, 'problems'> {
  path: string
  label: string
  value: string
  onChange: (value: string) => void
}

/** Sentences, each on a line of its own. */
function Lines({ path, label, value, problems, onChange }: LinesProps) {
  return (
    <View className="mt-16">
      <FieldAt
        path={path}
        problems={problems}
        multiline
        maxLength={LINES_LENGTH_MAX}
        {...{ label, value }}
        onChange={onChange}
      />
    </View>
  )
}

/** How to find it and whom to ask. */
export function WayFields({ draft, change, problems }: FieldsProps) {
  return (
    <Card>
      <View className="t16 medium">怎么去</View>
      <FieldAt
        path="address"
        problems={problems}
        label="地址"
        maxLength={centreLimits.addressMax}
        value={draft.address}
        onChange={address => change({ address })}
      />
      <FieldAt
        path="spot"
        problems={problems}
        label="在地图上的位置"
        maxLength={40}
        value={draft.spot}
        placeholder="31.2896, 121.1635"
        hint="纬度在前，经度在后，从地图上复制"
        onChange={spot => change({ spot })}
      />
      <SpotChoice onSpot={part => change(part)} />
      <FieldAt
        path="phone"
        problems={problems}
        label="前台电话"
        maxLength={20}
        value={draft.phone}
        onChange={phone => change({ phone })}
      />
      <Lines
        {...{ path: 'directions', label: '怎么来，一行一句', value: draft.directions, problems }}
        onChange={directions => change({ directions })}
      />
      <Lines
        {...{ path: 'advice', label: '来之前，一行一句', value: draft.advice, problems }}
        onChange={advice => change({ advice })}
      />
    </Card>
  )
}
