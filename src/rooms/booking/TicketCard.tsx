import { isSeated } from '@domain/booking/place'
import { spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { fileUrl } from '@/api'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Picture } from '@/ui/picture/Picture'
import { QrCode } from '@/ui/qrCode/QrCode'
import { type Place, placeTones, titleOf } from './placeWords'
import './ticketCard.scss'

export interface TicketCardProps {
  place: Place
  /** Empty: not known. */
  coverFileId: string
  /** What comes next, or why there is nothing more to do. */
  sentence: string
  /** Its time is over, so that the code opens nothing any more. */
  isOver?: boolean
  /** Below the code: another way to be let in. */
  children?: ReactNode
}

/** The code to be scanned, and four digits to be read out; nothing while there is no seat. */
function Stub({ place, sentence, isOver = false, children }: Omit<TicketCardProps, 'coverFileId'>) {
  const { state, code, shortCode } = place
  if (isOver)
    return (
      <View className="ticket__stub">
        <Badge>已经结束</Badge>
        <View className="t14 secondary">{sentence}</View>
        {children}
      </View>
    )
  if (!isSeated(state) || state === 'offered' || code === '') {
    return (
      <View className="ticket__stub">
        <Badge tone={placeTones[state]}>{titleOf(place)}</Badge>
        <View className="t14 secondary">{sentence}</View>
        {children}
      </View>
    )
  }
  return (
    <View className="ticket__stub">
      <View className={`ticket__qr${state === 'confirmed' ? '' : ' ticket__qr--used'}`}>
        <QrCode text={code} size={216} label={`入场码，${[...shortCode].join(' ')}`} />
      </View>
      <View className="ticket__code">{shortCode}</View>
      <View className="t12 secondary">{sentence}</View>
      {children}
    </View>
  )
}

/** What, when and where, and below the tear what opens the door. */
export function TicketCard({ coverFileId, ...stub }: TicketCardProps) {
  const { title, visit, startsAt, endsAt, venue } = stub.place
  return (
    <Card padding="none">
      <View className="ticket">
        {coverFileId === '' ? null : (
          <View className="ticket__cover">
            <Picture src={fileUrl(coverFileId)} alt="" ratio={358 / 112} square />
          </View>
        )}
        <View className="ticket__facts">
          <View className="t20 bold">{title}</View>
          <View className="t14 secondary mt-4">{spanLabel(startsAt, endsAt)}</View>
          {visit ? <View className="t14 secondary">{visit.name}</View> : null}
          <View className="t14 secondary">{venue}</View>
        </View>
        <View className="ticket__tear" />
        <Stub {...stub} />
      </View>
    </Card>
  )
}
