import { dayOf } from '@domain/kernel/time'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { draftQueries } from '../../outdated'
import './draft.scss'
import { NewLineSheet } from './NewLineSheet'
import { PublishSheet } from './PublishSheet'
import { ServicesSheet } from './ServicesSheet'
import { StopsSheet } from './StopsSheet'

type Opened = Output<typeof api.selfservice.openDraft>
type Asking = 'stops' | 'services' | 'line' | 'publish'

/** The draft's commands, each for the revision that is seen. */
function useSaving({ version: { versionId, revision } }: Opened) {
  const draft = { versionId, revision }
  const outdates = draftQueries
  const places = useCommand(api.selfservice.savePlaces, { outdates })
  const services = useCommand(api.selfservice.saveServices, { outdates })
  const line = useCommand(api.selfservice.saveLine, { outdates })
  return {
    places: (part: Pick<Opened, 'agencies' | 'stops'>) => places.run({ ...draft, ...part }),
    services: (all: Opened['services']) => services.run({ ...draft, services: all }),
    line: (made: Parameters<typeof line.run>[0]['line']) => line.run({ ...draft, line: made }),
  }
}

function Sheets({
  opened,
  asking,
  close,
}: {
  opened: Opened
  asking: Asking | undefined
  close: () => void
}) {
  const { version, agencies, stops, services, lines, now } = opened
  const saving = useSaving(opened)
  const { versionId } = version
  return (
    <>
      <StopsSheet
        stops={stops}
        used={new Set(lines.flatMap(({ stopIds }) => stopIds))}
        open={asking === 'stops'}
        onClose={close}
        onSave={all => saving.places({ agencies, stops: all })}
      />
      <ServicesSheet
        services={services}
        used={new Set(lines.flatMap(({ serviceIds }) => serviceIds))}
        today={dayOf(now)}
        open={asking === 'services'}
        onClose={close}
        onSave={saving.services}
      />
      <NewLineSheet
        agencies={agencies}
        stops={stops}
        open={asking === 'line'}
        onClose={close}
        onSave={async line => {
          if ((await saving.line(line)) === undefined) return
          close()
          openPage('selfservice/shuttleEdit', { versionId, lineId: line.lineId })
        }}
      />
      <PublishSheet {...version} open={asking === 'publish'} onClose={close} />
    </>
  )
}

/** More than these are a number: their names would fill the page. */
const NAMES_SHOWN = 4

function sayServices(services: Opened['services']): string {
  if (services.length === 0) return '还没有'
  if (services.length > NAMES_SHOWN) return `${services.length} 种`
  return services.map(({ name }) => name).join('、')
}

function Draft({ opened, ask }: { opened: Opened; ask: (what: Asking) => void }) {
  const { version, agencies, stops, services, lines } = opened
  const { versionId } = version
  return (
    <View className="pad column gap-12">
      <Card padding="none">
        <ListRow
          lead="pin"
          title="站点"
          meta={`${stops.length} 站，名字、位置和在哪里等`}
          onTap={() => ask('stops')}
        />
        <ListRow lead="cal" title="运行日" meta={sayServices(services)} onTap={() => ask('services')} />
      </Card>
      {agencies.map(({ agencyId, name }) => (
        <Card key={agencyId} padding="none">
          <SectionHeader title={name} />
          {lines
            .filter(line => line.agencyId === agencyId)
            .map(line => (
              <ListRow
                key={line.lineId}
                lead="bus"
                title={line.name}
                meta={[line.path, `${line.trips} 班 · ${line.stopIds.length} 站`]}
                onTap={() => openPage('selfservice/shuttleEdit', { versionId, lineId: line.lineId })}
              />
            ))}
        </Card>
      ))}
    </View>
  )
}

/** A draft of the whole timetable: its stops, its days and its lines, up to publishing it. */
export default function ShuttleDraftPage() {
  const { versionId = '' } = usePageParams()
  const query = useQueryOf(api.selfservice.openDraft, { versionId }, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  const [asking, setAsking] = useState<Asking>()
  const { data } = query
  return (
    <Screen
      nav={<Nav title="改时刻表" />}
      side={<DeskMenu here="selfservice/shuttleDesk" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={24} />}
      bar={
        data?.version.state === 'draft' ? (
          <BottomBar>
            <Button kind="secondary" icon="plus" onTap={() => setAsking('line')}>
              加一条线
            </Button>
            <Button onTap={() => setAsking('publish')}>去发布</Button>
          </BottomBar>
        ) : undefined
      }
    >
      {opened => (
        <>
          <Draft opened={opened} ask={setAsking} />
          <Sheets opened={opened} asking={asking} close={() => setAsking(undefined)} />
        </>
      )}
    </Screen>
  )
}
