import { spanLabel } from '@domain/booking/wording'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, type Output, usePullToRefresh, useQueryOf, useRefreshOnShow } from '@/api'
import { openPage } from '@/rooms/open'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { placeTones, standingAt, titleOf } from '../../placeWords'

type Opened = Output<typeof api.booking.openVenues>
type Venue = Opened['venues'][number]

const unitWords: Record<Venue['sort'], string> = {
  badminton: '块',
  tableTennis: '张',
  basketball: '块',
  meeting: '间',
  nursing: '间',
}

function VenueRow({ venue }: { venue: Venue }) {
  const { facilityId, name, place, coverFileId, units, left, sort } = venue
  return (
    <ListRow
      lead={<Picture src={fileUrl(coverFileId)} alt="" width={56} height={56} />}
      title={name}
      meta={[place, `${units} ${unitWords[sort]}`]}
      end={<Badge tone={left > 0 ? 'ok' : 'neutral'}>{left > 0 ? `今天余 ${left}` : '今天没有了'}</Badge>}
      onTap={() => openPage('booking/venueDay', { facilityId })}
    />
  )
}

function Mine({ mine, now }: Opened) {
  if (mine.length === 0) return null
  return (
    <Card padding="none">
      <SectionHeader title="我约的" more="日历" onMore={() => openPage('booking/calendar')} />
      {mine
        .map(one => standingAt(one, now))
        .map(place => (
          <ListRow
            key={place.placeId}
            lead="ticket"
            title={place.title}
            meta={[spanLabel(place.startsAt, place.endsAt), place.venue]}
            end={<Badge tone={placeTones[place.state]}>{titleOf(place)}</Badge>}
            onTap={() => openPage('booking/ticket', { placeId: place.placeId })}
          />
        ))}
    </Card>
  )
}

function Venues({ opened }: { opened: Opened }) {
  const { venues, site: own } = opened
  const sites = [...new Set(venues.map(({ site }) => site))]
  const [site, setSite] = useState(sites.includes(own) ? own : sites[0])
  return (
    <>
      {sites.length > 1 ? (
        <ChipRow>
          {sites.map(one => (
            <Chip key={one} on={one === site} onTap={() => setSite(one)}>
              {one}
            </Chip>
          ))}
        </ChipRow>
      ) : null}
      <View className="pad column gap-12">
        <Mine {...opened} />
        <Card padding="none">
          {venues
            .filter(venue => venue.site === site)
            .map(venue => (
              <VenueRow key={venue.facilityId} venue={venue} />
            ))}
        </Card>
      </View>
    </>
  )
}

/** Courts and rooms of one's site, and what is left of today. */
export default function VenuesPage() {
  const query = useQueryOf(api.booking.openVenues, {}, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="场馆" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={56} />}
      isEmpty={({ venues }) => venues.length === 0}
      empty={{ title: '还没有可以预约的场馆', sentence: '场馆开放预约后会在这里，可以先问问园区行政。' }}
    >
      {opened => <Venues opened={opened} />}
    </Screen>
  )
}
