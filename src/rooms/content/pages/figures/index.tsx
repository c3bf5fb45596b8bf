import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { api, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { thenSaid } from '../../articleWords'
import { Departments } from './Departments'
import './figures.scss'

const inWords = (count: number) => `${count.toLocaleString('en-US')} 人`

/** 谁读了: how many have opened, liked and kept it, and of what must be read, which department has confirmed. */
export default function FiguresPage() {
  const articleId = useRouter().params.articleId ?? ''
  const query = useQueryOf(api.content.openFigures, { articleId }, { staleMs: 0, kept: false })
  return (
    <Screen
      column
      nav={<Nav title="谁读了" />}
      side={<DeskMenu here="content/newsroom" />}
      query={query}
      skeleton={<SkeletonRows count={5} leadPx={0} />}
    >
      {({
        title,
        mustRead,
        views,
        likes,
        favourites,
        confirmed,
        countedAt,
        departments,
        remindedAt,
        now,
      }) => (
        <View className="pad column gap-12 mt-8">
          <View className="t16 medium">{title}</View>
          <Card padding="none">
            <KeyValueRow ruled label="打开过">
              {inWords(views)}
            </KeyValueRow>
            <KeyValueRow ruled label="点赞">
              {inWords(likes)}
            </KeyValueRow>
            <KeyValueRow ruled label="收藏">
              {inWords(favourites)}
            </KeyValueRow>
            {mustRead ? (
              <KeyValueRow ruled label="确认读完">
                {inWords(confirmed)}
              </KeyValueRow>
            ) : null}
          </Card>
          {mustRead ? (
            <Departments articleId={articleId} departments={departments} remindedAt={remindedAt} now={now} />
          ) : null}
          <View className="t12 secondary">
            {countedAt === null
              ? '还没有人打开过。'
              : `每位同事只数一次，${thenSaid(sayWhen(countedAt, now), '数的')}，一分钟数一遍。`}
          </View>
        </View>
      )}
    </Screen>
  )
}
