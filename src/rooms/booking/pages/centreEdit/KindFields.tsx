import { centreLimits } from '@domain/booking/centreWords'
import { kindsMax, promisesMax } from '@domain/booking/visitKinds'
import { limits } from '@domain/kernel/limits'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { PictureRow } from '@/rooms/PictureRow'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Checkbox } from '@/ui/checkbox/Checkbox'
import { At } from '@/ui/field/At'
import { Field } from '@/ui/field/Field'
import { FieldAt } from '@/ui/field/FieldAt'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Stepper } from '@/ui/stepper/Stepper'
import { type KindDraft, newKind } from './centreDraft'
import type { CentreProblem } from './centreProblems'
import { FormRows } from './FormRows'
import type { FieldsProps } from './TextFields'

const PARTY_MAX = 20
const PROMISES_LENGTH_MAX = promisesMax * (centreLimits.lineMax + 1)

type Centre = Output<typeof api.booking.openCentreForm>['centre']

/** Who has booked it already, and what becomes of them when it goes; undefined: nobody. */
function sayBooked(kind: Centre['kinds'][number] | undefined): string | undefined {
  if (kind === undefined || kind.booked === 0) return undefined
  const { booked, byCar } = kind
  return `以后的时段已经约出去 ${booked} ${byCar ? '台' : '位'}。约好的照旧来；他们想改时间，会看到这里别的可以约的。`
}

interface KindProps {
  kind: KindDraft
  /** Read aloud with each field. */
  name: string
  change: (part: Partial<KindDraft>) => void
  /** `kinds.1` */
  path: string
  problems: readonly CentreProblem[]
}

/** How long it takes and how many find room. */
function Room({ kind, name, change, path, problems }: KindProps) {
  return (
    <>
      <View className="centre-edit__span">
        <FieldAt
          path={`${path}.minutes`}
          problems={problems}
          label={`${name}一次几分钟`}
          type="number"
          maxLength={3}
          value={kind.minutes}
          onChange={minutes => change({ minutes })}
        />
        <FieldAt
          path={`${path}.seats`}
          problems={problems}
          label={kind.byCar ? `${name}每个时段几台车` : `${name}每个时段的名额`}
          type="number"
          maxLength={3}
          value={kind.seats}
          onChange={seats => change({ seats })}
        />
      </View>
      <Checkbox checked={kind.byCar} onChange={byCar => change({ byCar })}>
        名额按车算：一个预约占一台，来几位都行
      </Checkbox>
      <At path={`${path}.partyMax`} problems={problems}>
        <KeyValueRow label="一个预约最多几位">
          <Stepper
            label={`${name}一个预约最多几位`}
            unit="位"
            value={kind.partyMax}
            most={PARTY_MAX}
            onChange={partyMax => change({ partyMax })}
          />
        </KeyValueRow>
      </At>
    </>
  )
}

function Kind({ kind, name, change, path, problems }: KindProps) {
  return (
    <>
      <FieldAt
        path={`${path}.name`}
        problems={problems}
        label="叫什么"
        maxLength={limits.nameMax}
        value={kind.name}
        placeholder="跟着讲解走一圈"
        onChange={words => change({ name: words })}
      />
      <Room {...{ kind, name, change, path, problems }} />
      <FieldAt
        path={`${path}.words`}
        problems={problems}
        label="一句话说明"
        maxLength={centreLimits.lineMax}
        value={kind.words}
        placeholder="可以不写"
        onChange={words => change({ words })}
      />
      <Field
        label="哪台车"
        maxLength={limits.nameMax}
        value={kind.vehicle}
        placeholder="试驾才写"
        onChange={vehicle => change({ vehicle })}
      />
      <View className="mt-16">
        <FieldAt
          path={`${path}.promises`}
          problems={problems}
          label="约之前要勾上的，一行一条"
          multiline
          maxLength={PROMISES_LENGTH_MAX}
          value={kind.promises}
          placeholder="驾龄满 1 年，当天带驾照原件"
          onChange={promises => change({ promises })}
        />
      </View>
      <PictureRow
        title={`${name}的图`}
        meta="横的，4 : 3"
        fileId={kind.pictureFileId}
        onChange={pictureFileId => change({ pictureFileId })}
      />
    </>
  )
}

/** What one can come for, each with its length, its seats and what it asks for. */
export function KindFields({ draft, change, problems, centre }: FieldsProps & { centre: Centre }) {
  const { kinds, coverFileId } = draft
  return (
    <Card>
      <View className="t16 medium">能做什么</View>
      <View className="t12 secondary mt-4">各有各的时段和名额；已经有人约的时段保持原来的</View>
      <FormRows
        rows={kinds}
        nameOf={(kind, index) => kind.name.trim() || `第 ${index + 1} 种`}
        onChange={rows => change({ kinds: rows })}
        warnOf={({ kindId }) => sayBooked(centre.kinds.find(kind => kind.kindId === kindId))}
      >
        {(kind, name, changeKind, index) => (
          <Kind {...{ kind, name, problems }} change={changeKind} path={`kinds.${index}`} />
        )}
      </FormRows>
      <At path="kinds" problems={problems} />
      {kinds.length < kindsMax ? (
        <View className="mt-12">
          <Button
            kind="soft"
            block
            icon="plus"
            onTap={() => change({ kinds: [...kinds, newKind(coverFileId)] })}
          >
            加一种
          </Button>
        </View>
      ) : null}
    </Card>
  )
}
