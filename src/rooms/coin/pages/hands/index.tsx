import { handColumns } from '@domain/coin/handFile'
import { View } from '@tarojs/components'
import { api, type Output, useCommand, usePagesOf, useRefreshOnShow } from '@/api'
import { saveCsv, savingVerb } from '@/rooms/csvFile'
import { pickCsv } from '@/rooms/csvUpload'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { isOfFile, UnreadFile } from '@/rooms/UnreadFile'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { batchStates, handQueries, handState, handTemplate, sayHand, saySums } from '../../handWords'
import { WaitingHand } from './WaitingHand'
import './hands.scss'

type Hands = Output<typeof api.coin.openHands>

function useBatch() {
  const check = useCommand(api.coin.checkHands, {
    outdates: handQueries,
    onDone: ({ batchId }) => openPage('coin/batch', { batchId }),
    onError: isOfFile,
  })
  const pick = async () => {
    try {
      const file = await pickCsv()
      if (file) await check.run(file)
    } catch {
      toast.show('文件没有传上去，看看网络，再试一次')
    }
  }
  return { pick, error: check.error }
}

function Batches({ batches, now }: Hands) {
  return (
    <Card padding="none">
      <SectionHeader title="批量" />
      <View className="t12 secondary hands__note">
        首行是列名：{handColumns.join('、')}；收回写负数
        <View className="mt-8">
          <Button
            kind="secondary"
            size="small"
            icon="dl"
            onTap={() => saveCsv('发放和收回.csv', handTemplate)}
          >
            {savingVerb}模板
          </Button>
        </View>
      </View>
      {batches.map(({ batchId, fileName, sums, checkedAt, state }) => (
        <ListRow
          key={batchId}
          lead="doc"
          title={fileName}
          meta={[`${sayWhen(checkedAt, now)} 核对`, saySums(sums)]}
          end={<Badge tone={batchStates[state].tone}>{batchStates[state].text}</Badge>}
          onTap={() => openPage('coin/batch', { batchId })}
        />
      ))}
    </Card>
  )
}

function Done({ hands, now }: Hands) {
  return hands.map(hand => {
    const { handId, person, why, byName, decision, askedAt } = hand
    const { text, tone } = handState(hand)
    const who = decision ? `${byName}提，${decision.byName}复核` : byName
    return (
      <ListRow
        key={handId}
        title={`${person.name} · ${sayHand(hand)}`}
        meta={[why, `${sayWhen(askedAt, now)} · ${who}`]}
        end={<Badge tone={tone}>{text}</Badge>}
      />
    )
  })
}

/** 发放和收回: what waits for a second person, batches, and what was done. */
export default function HandsPage() {
  const pages = usePagesOf(api.coin.openHands, {}, { staleMs: 0, kept: false })
  const screen = usePagedScreen(pages)
  useRefreshOnShow(pages)
  const batch = useBatch()
  return (
    <Screen
      nav={<Nav title="发放和收回" />}
      side={<DeskMenu here="coin/hands" />}
      query={screen}
      skeleton={<SkeletonRows count={6} leadPx={0} />}
      bar={
        <BottomBar>
          <Button kind="secondary" onTap={batch.pick}>
            导入 CSV
          </Button>
          <Button onTap={() => openPage('coin/handEdit')}>发放或收回</Button>
        </BottomBar>
      }
    >
      {loaded => {
        const [first] = loaded
        if (!first) return null
        return (
          <View className="pad hands">
            <View className="column gap-12 hands__main">
              <UnreadFile error={batch.error} />
              {first.waiting.map(hand => (
                <WaitingHand key={hand.handId} hand={hand} now={first.now} />
              ))}
              <Card padding="none">
                <SectionHeader title="办过的" />
                {loaded.every(({ hands }) => hands.length === 0) ? (
                  <View className="t14 secondary hands__note">
                    还没有。发放和收回的每一笔，以后都在这里。
                  </View>
                ) : null}
                {loaded.some(({ hands }) => hands.length > 0) ? (
                  <ListHead names={['谁，多少；什么时候', '理由']} end="结果" />
                ) : null}
                {loaded.map(page => (
                  <Done key={page.hands[0]?.handId ?? 'none'} {...page} />
                ))}
              </Card>
              <ListEnd of={pages} />
            </View>
            <View className="hands__side">
              <Batches {...first} />
            </View>
          </View>
        )
      }}
    </Screen>
  )
}
