import { View } from '@tarojs/components'
import { api, usePagesOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { type Application, stateTones, stateWords } from '@/rooms/union/public'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { ExportBar } from '../../ExportBar'

/** What was decided, where it still holds; what came later, in its own words. */
const outcomeWords = { ...stateWords, member: '已同意' }

function DecidedRow({ application, now }: { application: Application; now: number }) {
  const { membershipId, applicant, associationName, state, trail } = application
  const last = trail[trail.length - 1]
  return (
    <ListRow
      lead={<Face of={applicant} size={40} />}
      title={applicant.name}
      meta={[
        associationName,
        last
          ? `${last.by.name} · ${sayWhen(last.at, now)}${last.reason && state !== 'member' ? ` · ${last.reason}` : ''}`
          : '',
      ]}
      end={<Badge tone={stateTones[state]}>{outcomeWords[state]}</Badge>}
      onTap={() => openPage('access/approval', { kind: 'application', id: membershipId })}
    />
  )
}

/** What was decided, newest first; a membership is ended on the page of its application. */
export default function DecidedPage() {
  const screen = usePagedScreen(usePagesOf(api.union.listDecided, {}, { staleMs: 0, kept: false }))
  return (
    <Screen
      nav={<Nav title="已处理的申请" />}
      side={<DeskMenu here="access/decided" />}
      query={screen}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      isEmpty={loaded => loaded.every(({ applications }) => applications.length === 0)}
      empty={{ title: '还没有处理过', sentence: '同意或拒绝过的入会申请，都会留在这里。' }}
    >
      {loaded => (
        <View className="pad column gap-12">
          <ExportBar source="decided" words="把处理过的申请存成表格" />
          <Card padding="none">
            <ListHead names={['申请人', '协会', '谁、什么时候']} end="结果" leadPx={40} chevron />
            {loaded.flatMap(({ applications, now }) =>
              applications.map(application => (
                <DecidedRow key={application.membershipId} application={application} now={now} />
              )),
            )}
          </Card>
        </View>
      )}
    </Screen>
  )
}
