import { useState } from 'react'
import { pointOf, sayPoint } from '@/rooms/coordinates'
import { Field } from '@/ui/field/Field'
import { CompanyPlaces } from './CompanyPlaces'
import type { ChosenPlace, PlaceChoiceProps } from './PlaceChoice'

/** A browser has no map to choose on: the company's own places by a tap, any other by what a map gives to copy. */
export function PlaceChoice({ point, onPlace, onPoint }: PlaceChoiceProps) {
  const [typed, setTyped] = useState(point ? sayPoint(point) : '')
  // Another name takes the point of a chosen place away: then it does not stand here either.
  const shown = point === null && pointOf(typed) !== null ? '' : typed
  const isWrong = shown.trim() !== '' && pointOf(shown) === null
  const type = (text: string) => {
    setTyped(text)
    onPoint(pointOf(text))
  }
  const choose = (place: ChosenPlace) => {
    setTyped(place.point ? sayPoint(place.point) : '')
    onPlace(place)
  }
  return (
    <>
      <CompanyPlaces onPlace={choose} />
      <Field
        label="地图坐标"
        value={shown}
        maxLength={40}
        placeholder="可以不填，从地图上复制：31.2896, 121.1635"
        {...(isWrong
          ? { error: '写成纬度、经度两个数：31.2896, 121.1635' }
          : { hint: '填了，报名的人能直接导航' })}
        onChange={type}
      />
    </>
  )
}
