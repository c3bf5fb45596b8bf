import type { Direction, Stop } from '@domain/selfservice/network'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { withoutStop, withStop } from '../../shuttle/lineDraft'

export interface WaySheetProps {
  direction: Direction
  stops: readonly Stop[]
  open: boolean
  onClose: () => void
  onChange: (direction: Direction) => void
}

const STOPS_MIN = 2

/** The stops of a way in their order: where one is put in, trips do not stop until they are given a time. */
export function WaySheet({ direction, stops, open, onClose, onChange }: WaySheetProps) {
  /** After which stop one more is put; undefined: none is being put. */
  const [after, setAfter] = useState<number>()
  const nameOf = (id: string) => stops.find(({ stopId }) => stopId === id)?.name ?? id
  if (after !== undefined)
    return (
      <Sheet
        open={open}
        title={after < 0 ? '放在最前面' : `放在${nameOf(direction.stopIds[after] ?? '')}后面`}
        onClose={() => setAfter(undefined)}
      >
        {stops.map(({ stopId, name, note }) => (
          <ListRow
            key={stopId}
            title={name}
            meta={note || undefined}
            onTap={() => {
              onChange(withStop(direction, stopId, after + 1))
              setAfter(undefined)
            }}
          />
        ))}
      </Sheet>
    )
  return (
    <Sheet
      open={open}
      title="站和方向"
      onClose={onClose}
      note="站点表里没有的，先在草稿里加"
      action={<Button onTap={onClose}>好</Button>}
    >
      <Field
        label="开往哪里"
        maxLength={60}
        value={direction.headsign}
        onChange={headsign => onChange({ ...direction, headsign })}
      />
      <View className="edit__chips">
        <Chip onTap={() => setAfter(-1)}>最前面加一站</Chip>
      </View>
      {direction.stopIds.map((stopId, at) => (
        <View
          // biome-ignore lint/suspicious/noArrayIndexKey: a loop has a stop twice; its place in the way is what it is
          key={at}
          className="edit__stop"
        >
          <View className="grow t16">{nameOf(stopId)}</View>
          <Button kind="text" size="small" label={`在${nameOf(stopId)}后面加一站`} onTap={() => setAfter(at)}>
            加一站
          </Button>
          <Button
            kind="text"
            size="small"
            label={`去掉${nameOf(stopId)}`}
            disabled={direction.stopIds.length <= STOPS_MIN}
            onTap={() => onChange(withoutStop(direction, at))}
          >
            去掉
          </Button>
        </View>
      ))}
    </Sheet>
  )
}
