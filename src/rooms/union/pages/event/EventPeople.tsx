import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf } from '@/api'
import { Face } from '@/rooms/Face'
import { tappable } from '@/ui/a11y/tappable'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Icon } from '@/ui/icon/Icon'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListRow } from '@/ui/listRow/ListRow'
import { Sheet } from '@/ui/sheet/Sheet'

type Opened = Output<typeof api.union.openEvent>

/** 陈嘉禾、周牧等 30 | 位报名了；once it is over: …来了. What stays together on a line stands apart. */
export function sayPeople(
  { people, coming }: Pick<Opened, 'people' | 'coming'>,
  isOver: boolean,
): [string, string] {
  const names = people.slice(0, 2).map(({ name }) => name)
  const verb = isOver ? '来了' : '报名了'
  return coming > names.length ? [`${names.join('、')}等 ${coming} `, `位${verb}`] : [names.join('、'), verb]
}

/** All of them, page by page, once somebody wants to see them. */
function Everybody({ eventId }: { eventId: string }) {
  const list = usePagesOf(api.union.listComing, { eventId }, { staleMs: 0 })
  const people = list.data?.pages.flatMap(page => page.people) ?? []
  return (
    <>
      {people.map(person => (
        <ListRow
          key={person.employeeId}
          lead={<Face of={person} size={40} />}
          title={person.name}
          meta={[person.department, person.site].filter(part => part !== '').join(' · ')}
        />
      ))}
      {list.hasNextPage && !list.isFetchingNextPage ? (
        <Button kind="text" block onTap={() => list.fetchNextPage()}>
          更多同事
        </Button>
      ) : (
        <ListEnd of={list} words="都在这里了" />
      )}
    </>
  )
}

/** Some of those who come, and all of them behind a tap; once it is over, those who were there. */
export function EventPeople({ people, coming, event, now }: Opened) {
  const [open, setOpen] = useState(false)
  if (people.length === 0) return null
  const isOver = now >= event.endsAt
  const [names, rest] = sayPeople({ people, coming }, isOver)
  return (
    <>
      <Card>
        <View className="row gap-12 event__people" {...tappable()} onClick={() => setOpen(true)}>
          <View className="event__faces">
            {people.slice(0, 4).map(person => (
              <Face key={person.employeeId} of={person} size={32} />
            ))}
          </View>
          <View className="grow t14">
            {names}
            <Text className="nowrap">{rest}</Text>
          </View>
          <Icon name="next" size={16} />
        </View>
      </Card>
      <Sheet open={open} title={isOver ? '来了的同事' : '报名的同事'} onClose={() => setOpen(false)}>
        {open ? <Everybody eventId={event.eventId} /> : null}
      </Sheet>
    </>
  )
}
