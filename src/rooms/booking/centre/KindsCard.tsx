import { momentLabel } from '@domain/booking/wording'
import { dayOf } from '@domain/kernel/time'
import { type api, fileUrl, type Output } from '@/api'
import { openPage } from '@/rooms/open'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Picture } from '@/ui/picture/Picture'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { sayKind } from './kindWords'

type Opened = Output<typeof api.booking.openCentre>
type Kind = Opened['kinds'][number]

const sayNext = ({ next }: Kind, now: number) =>
  next
    ? `${dayOf(next.startsAt) === dayOf(now) ? '今天 ' : ''}${momentLabel(next.startsAt, now)} 起有位`
    : '最近都满了，可以排候补'

/** What one can come for, each a tap from its times. */
export function KindsCard({ centre, kinds, now }: Opened) {
  const { centreId } = centre
  return (
    <Card padding="none">
      <SectionHeader title="能做什么" />
      {kinds.map(kind => {
        const { kindId, name, pictureFileId } = kind
        const open = () => openPage('booking/book', { centreId, kindId })
        return (
          <ListRow
            key={kindId}
            lead={<Picture src={fileUrl(pictureFileId)} alt="" width={56} height={44} />}
            title={name}
            meta={[sayKind(kind), sayNext(kind, now)]}
            chevron={false}
            end={
              <Button kind="secondary" size="small" label={`约${name}`} onTap={open}>
                约
              </Button>
            }
            onTap={open}
          />
        )
      })}
    </Card>
  )
}
