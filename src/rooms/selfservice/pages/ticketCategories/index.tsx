import { View } from '@tarojs/components'
import { api, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { sayDesks } from '../../categoryDraft'

/** What colleagues can ask of 行政, how long each may take, and who does it where. */
export default function TicketCategoriesPage() {
  const query = useQueryOf(api.selfservice.openTicketCategories, {}, { staleMs: 0, kept: false })
  useRefreshOnShow(query)
  return (
    <Screen
      nav={<Nav title="工单类别" />}
      side={<DeskMenu here="selfservice/ticketBoard" />}
      query={query}
      skeleton={<SkeletonRows count={6} leadPx={24} />}
      isEmpty={({ categories }) => categories.length === 0}
      empty={{ title: '还没有类别', sentence: '有了类别，同事才能提工单。' }}
    >
      {({ categories, people, keepers, canEdit }) => (
        <View className="pad mt-8">
          <Card padding="none">
            {categories.map(({ categoryId, name, icon, hint, targetHours, fields, desks }) => (
              <ListRow
                key={categoryId}
                lead={icon}
                title={name}
                meta={[
                  [hint, `${targetHours} 个工作小时`, fields.length > 0 ? `问 ${fields.length} 项` : '']
                    .filter(Boolean)
                    .join(' · '),
                  sayDesks(desks, [...people, ...keepers]),
                ]}
                {...(canEdit ? { onTap: () => openPage('selfservice/ticketCategory', { categoryId }) } : {})}
              />
            ))}
          </Card>
          <View className="t12 secondary mt-12">
            {canEdit ? '改了以后，已经提的工单照原来的时限。' : '类别由管全公司的行政同事来改。'}
          </View>
        </View>
      )}
    </Screen>
  )
}
