import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, useQueryOf } from '@/api'
import { Button } from '@/ui/button/Button'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'
import { pointOf, sayPoint } from '../../coordinates'
import type { PlaceChoiceProps } from './PlaceChoice'

/** A browser has no map to choose on: the company's own places by a tap, any other by what a map gives to copy. */
export function PlaceChoice({ point, onPlace, onPoint }: PlaceChoiceProps) {
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState(point ? sayPoint(point) : '')
  const listed = useQueryOf(api.booking.listCentres, {}, { enabled: open })
  const isWrong = typed.trim() !== '' && pointOf(typed) === null
  const type = (text: string) => {
    setTyped(text)
    onPoint(pointOf(text))
  }
  return (
    <>
      <Button kind="soft" block icon="pin" onTap={() => setOpen(true)}>
        选公司的地点
      </Button>
      <Field
        label="地图坐标"
        value={typed}
        maxLength={40}
        placeholder="可以不填，从地图上复制：31.2896, 121.1635"
        {...(isWrong
          ? { error: '写成纬度、经度两个数：31.2896, 121.1635' }
          : { hint: '填了，报名的人能直接导航' })}
        onChange={type}
      />
      <Sheet open={open} title="选公司的地点" onClose={() => setOpen(false)}>
        {listed.data ? (
          listed.data.centres.map(({ centreId, name, address, latitude, longitude }) => (
            <ListRow
              key={centreId}
              lead="pin"
              title={name}
              meta={address}
              chevron={false}
              onTap={() => {
                setTyped(sayPoint({ latitude, longitude }))
                onPlace({ name, address, latitude, longitude })
                setOpen(false)
              }}
            />
          ))
        ) : (
          <View className="t14 secondary">{listed.isError ? '没能连上，关掉再试一次' : '正在找…'}</View>
        )}
      </Sheet>
    </>
  )
}
