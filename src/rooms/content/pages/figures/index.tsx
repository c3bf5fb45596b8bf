import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { api, type Output, useQueryOf } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { thenSaid } from '../../articleWords'

type Figures = Output<typeof api.content.openFigures>

const inWords = (count: number) => `${count.toLocaleString('en-US')} 人`

function Departments({ departments }: Pick<Figures, 'departments'>) {
  const behind = [...departments].sort((a, b) => a.confirmed / a.people - b.confirmed / b.people)
  return (
    <Card padding="none">
      <SectionHeader title="各部门确认" more="差得多的在前" />
      {behind.map(({ department, people, confirmed }) => (
        <KeyValueRow key={department} ruled label={department}>
          {confirmed} / {people}
        </KeyValueRow>
      ))}
      {behind.length === 0 ? <View className="t14 secondary pad">发布以后才知道有哪些部门。</View> : null}
    </Card>
  )
}

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
      {({ title, mustRead, views, likes, favourites, confirmed, countedAt, departments, now }) => (
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
          {mustRead ? <Departments departments={departments} /> : null}
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
