import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf, useSession } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { useSettled } from '@/ui/field/useSettled'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SearchField } from '@/ui/searchField/SearchField'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { mayOpenDecided } from '../../decided'
import { sayWaited } from '../../waited'
import { kindNames } from '../../waiting'

type Decided = Output<typeof api.access.listDecisions>['decisions'][number]
type Kind = Decided['kind']

const kinds: readonly Kind[] = ['rebind', 'correction', 'founding']

const openDecided = ({ kind, id }: Decided) =>
  kind === 'founding'
    ? openPage('union/founding', { foundingId: id })
    : openPage('access/approval', { kind, id })

function DecidedRow({ decided, now }: { decided: Decided; now: number }) {
  const mayOpen = mayOpenDecided(decided, useSession().me)
  const { kind, person, title, isAgreed, byName, reason, askedAt, decidedAt } = decided
  return (
    <ListRow
      lead={<Face of={person} size={40} />}
      title={`${person.name} · ${kindNames[kind]}`}
      meta={[
        title,
        `${byName ?? '已不在名单'} · ${sayWhen(decidedAt, now)}`,
        `等了 ${sayWaited(decidedAt - askedAt)}${reason ? `，${reason}` : ''}`,
      ]}
      end={<Badge tone={isAgreed ? 'ok' : 'bad'}>{isAgreed ? '已同意' : '没同意'}</Badge>}
      {...(mayOpen ? { onTap: () => openDecided(decided) } : {})}
    />
  )
}

/** 处理过的: what was decided about colleagues, by kind and by whom it was asked, with how long each waited. */
export default function DecisionsPage() {
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<Kind>()
  const text = useSettled(typed.trim())
  const pages = usePagesOf(
    api.access.listDecisions,
    { text, ...(kind ? { kind } : {}) },
    { staleMs: 0, kept: false },
  )
  const screen = usePagedScreen(pages)
  return (
    <Screen
      column
      nav={<Nav title="处理过的" />}
      side={<DeskMenu here="access/decisions" />}
      header={
        <>
          <SearchField value={typed} placeholder="谁申请的：姓名、拼音或编号" onChange={setTyped} />
          <ChipRow>
            <Chip on={kind === undefined} onTap={() => setKind(undefined)}>
              全部
            </Chip>
            {kinds.map(one => (
              <Chip key={one} on={kind === one} onTap={() => setKind(one)}>
                {kindNames[one]}
              </Chip>
            ))}
          </ChipRow>
        </>
      }
      query={screen}
      skeleton={<SkeletonRows count={6} leadPx={40} roundLead />}
      isEmpty={loaded => loaded.every(({ decisions }) => decisions.length === 0)}
      empty={{ title: '没有处理过的', sentence: '同意或没同意的换绑、改资料和创会，都会留在这里。' }}
    >
      {loaded => (
        <View className="pad">
          <Card padding="none">
            {loaded.flatMap(({ decisions, now }) =>
              decisions.map(decided => (
                <DecidedRow key={`${decided.kind}/${decided.id}`} decided={decided} now={now} />
              )),
            )}
          </Card>
          <ListEnd of={pages} />
        </View>
      )}
    </Screen>
  )
}
