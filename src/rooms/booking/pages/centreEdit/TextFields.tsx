import { centreLimits } from '@domain/booking/centreWords'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card/Card'
import { At } from '@/ui/field/At'
import { Field } from '@/ui/field/Field'
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
      <At path="headline" problems={problems}>
        {wrong => (
          <Field
            label="一句话介绍"
            maxLength={limits.titleMax}
            value={draft.headline}
            {...wrong}
            onChange={headline => change({ headline })}
          />
        )}
      </At>
      <View className="mt-16">
        <At path="intro" problems={problems}>
          {wrong => (
            <Field
              label="介绍"
              multiline
              maxLength={limits.bodyMax}
              value={draft.intro}
              {...wrong}
              onChange={intro => change({ intro })}
            />
          )}
        </At>
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
      <At path={path} problems={problems}>
        {wrong => (
          <Field multiline maxLength={LINES_LENGTH_MAX} {...{ label, value, ...wrong }} onChange={onChange} />
        )}
      </At>
    </View>
  )
}

/** How to find it and whom to ask. */
export function WayFields({ draft, change, problems }: FieldsProps) {
  return (
    <Card>
      <View className="t16 medium">怎么去</View>
      <At path="address" problems={problems}>
        {wrong => (
          <Field
            label="地址"
            maxLength={centreLimits.addressMax}
            value={draft.address}
            {...wrong}
            onChange={address => change({ address })}
          />
        )}
      </At>
      <At path="spot" problems={problems}>
        {wrong => (
          <Field
            label="在地图上的位置"
            maxLength={40}
            value={draft.spot}
            placeholder="31.2896, 121.1635"
            hint="纬度在前，经度在后，从地图上复制"
            {...wrong}
            onChange={spot => change({ spot })}
          />
        )}
      </At>
      <SpotChoice onSpot={part => change(part)} />
      <At path="phone" problems={problems}>
        {wrong => (
          <Field
            label="前台电话"
            maxLength={20}
            value={draft.phone}
            {...wrong}
            onChange={phone => change({ phone })}
          />
        )}
      </At>
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
